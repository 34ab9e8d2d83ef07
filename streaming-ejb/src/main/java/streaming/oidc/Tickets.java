package streaming.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import streaming.shared.Seal;

/**
 * What a browser carries for us from one request to a later one, in a cookie: sealed, so it can neither read nor change
 * it, and good for {@link #LIFETIME}. So any node can go on, and none remembers anything.
 */
@ApplicationScoped
public class Tickets {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int LONGEST = 4000; // of a cookie, by RFC 6265 §6.1

    /** A ticket for one purpose is none for another: each has its own key. */
    enum Purpose {
        /** To a provider, and back. */
        ATTEMPT,
        /** From the provider, until it is clear whose account it is. */
        IDENTITY
    }

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    String seal(Purpose purpose, List<String> fields) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(clock.instant().plus(LIFETIME).getEpochSecond());
            for (var field : fields) {
                out.writeUTF(field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(name(purpose), bytes.toByteArray()));
    }

    /** The fields again; empty for what is no ticket of ours, or expired. Null is none. */
    Optional<List<String>> open(Purpose purpose, String ticket) {
        if (ticket == null || ticket.length() > LONGEST) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(
                seal.open(name(purpose), Base64.getUrlDecoder().decode(ticket))))) {
            var until = Instant.ofEpochSecond(in.readLong());
            var fields = new ArrayList<String>();
            while (in.available() > 0) {
                fields.add(in.readUTF());
            }
            return clock.instant().isBefore(until) ? Optional.of(fields) : Optional.empty();
        } catch (IOException | RuntimeException forged) {
            return Optional.empty(); // not sealed by us
        }
    }

    private static String name(Purpose purpose) {
        return "sso-" + purpose.name().toLowerCase(Locale.ROOT);
    }
}
