package streaming.recording;

import jakarta.validation.constraints.Size;

/** What is to be another; null leaves it. {@code kept} are not deleted to make room, nor after the channel's own days. */
public record RecordingEdit(
        @Size(max = 100, message = "Use at most 100 characters.")
        String title,

        Boolean kept) {}
