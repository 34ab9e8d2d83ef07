package streaming.restream;

import java.time.Instant;
import java.util.UUID;

/**
 * Another server that a stream is sent on to. Its key is never shown.
 *
 * @param state {@code off}, {@code idle}, {@code connecting}, {@code sending} or {@code waiting}
 * @param since when that began, while the channel is live
 * @param trouble why it failed last, for people
 * @param nextTryAt when it is tried again
 */
public record RestreamJson(
        UUID id,
        String name,
        String address,
        boolean enabled,
        String state,
        Instant since,
        String trouble,
        Instant nextTryAt,
        Instant createdAt) {

    static RestreamJson of(Restream restream, Instant now) {
        return new RestreamJson(
                restream.uid(),
                restream.name(),
                restream.address(),
                restream.enabled(),
                restream.state(now).text(),
                restream.since(now),
                restream.trouble(now),
                restream.nextTryAt(now),
                restream.createdAt());
    }
}
