package streaming.admission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who may watch from now on. {@code role} is the least one, for the visibility {@code role}; {@code password} is for the
 * visibility {@code password}, null keeps the one there is.
 */
public record AccessInput(
        @NotBlank(message = "Choose who may watch.") String visibility,

        String role,

        @Size(min = 4, max = 100, message = "Use 4 to 100 characters.")
        String password) {}
