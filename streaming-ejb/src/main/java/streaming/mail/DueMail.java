package streaming.mail;

import java.time.Instant;
import java.util.UUID;

/** A mail to be sent now; {@code message} is what goes over the wire (RFC 5322), in ASCII. */
record DueMail(UUID id, String kind, String recipient, String message, Instant createdAt, int attempt) {

    /** Never the message: a link in it is a secret. */
    @Override
    public String toString() {
        return "%s %s, attempt %d".formatted(kind, id, attempt);
    }
}
