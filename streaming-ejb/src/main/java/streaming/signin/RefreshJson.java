package streaming.signin;

import jakarta.validation.constraints.NotBlank;

/** The refresh token to trade. */
public record RefreshJson(
        @NotBlank(message = "Send the refresh token.") String refreshToken) {

    /** Never the token: records like to be logged. */
    @Override
    public String toString() {
        return "RefreshJson[…]";
    }
}
