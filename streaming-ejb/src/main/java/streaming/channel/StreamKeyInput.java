package streaming.channel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import streaming.gate.Network;
import streaming.shared.InvalidInput;

/**
 * What a stream key is, but for the key itself.
 *
 * @param expiresAt from when on it lets nobody in; null for never
 * @param networks addresses and blocks of them (RFC 4632) from where it may be used; none for everywhere
 */
public record StreamKeyInput(
        @NotBlank(message = "Name the key, after what will use it.")
        @Size(max = 60, message = "Use at most 60 characters.")
        @Pattern(regexp = "\\P{Cntrl}*", message = "Use no control characters.")
        String name,

        Instant expiresAt,

        @Size(max = 20, message = "Use at most 20 networks.")
        List<String> networks) {

    /** The networks as PostgreSQL's {@code cidr} takes them: without bits beyond the block. */
    List<String> normalNetworks() {
        return networks == null
                ? List.of()
                : networks.stream().map(StreamKeyInput::normal).distinct().toList();
    }

    private static String normal(String network) {
        return Network.find(network == null ? "" : network)
                .map(Network::text)
                .orElseThrow(() -> new InvalidInput(
                        "networks", "Give addresses, or blocks of them such as 192.0.2.0/24 and 2001:db8::/32."));
    }
}
