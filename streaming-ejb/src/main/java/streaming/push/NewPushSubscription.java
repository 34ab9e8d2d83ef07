package streaming.push;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a browser gives who subscribes: its {@code PushSubscription} as JSON (Push API §8). */
public record NewPushSubscription(
        @NotBlank(message = "Send the endpoint that the browser gave.")
        @Size(max = 1000, message = "Use at most 1000 characters.")
        String endpoint,

        @NotNull(message = "Send keys, with p256dh and auth.") @Valid
        Keys keys) {

    /** The browser's public key and secret (RFC 8291 §3.1, §3.2), in Base64url. */
    public record Keys(
            @NotBlank(message = "Send the browser's public key.")
            @Size(max = 100, message = "Use at most 100 characters.")
            String p256dh,

            @NotBlank(message = "Send the browser's secret.") @Size(max = 40, message = "Use at most 40 characters.")
            String auth) {

        @Override
        public String toString() {
            return "Keys[…]";
        }
    }

    /** Never what is in it: who knows it can push, had they our key. */
    @Override
    public String toString() {
        return "NewPushSubscription[…]";
    }
}
