package streaming.credential;

import jakarta.validation.constraints.NotBlank;

/** The secret of a mailed link. */
public record LinkToken(
        @NotBlank(message = "Send the token of the link.") String token) {

    /** Never the token: records like to be logged. */
    @Override
    public String toString() {
        return "LinkToken[…]";
    }
}
