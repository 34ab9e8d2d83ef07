package streaming.shared;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A refusal that the caller can understand and act on; everything else is a fault of ours. Its message is shown to
 * people: it says what is wrong and what to do about it.
 */
@ApplicationException(rollback = true) // else the container hides it in an EJBException
public abstract class Problem extends RuntimeException {

    /** Why, in words of the domain; {@link ProblemJson} alone knows HTTP. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        /** The caller decided by what has changed since. */
        STALE,
        TOO_LARGE,
        TOO_MANY,
        /** Another server, which this needs, does not do its part. */
        UPSTREAM,
        /** It is for another server. */
        MISDIRECTED
    }

    /** What is wrong with one field of the input. */
    public record FieldError(String field, String message) {}

    private final Kind kind;
    private final transient List<FieldError> errors;
    private final Duration retryAfter;

    protected Problem(Kind kind, String message) {
        this(kind, message, List.of());
    }

    protected Problem(Kind kind, String message, List<FieldError> errors) {
        this(kind, message, errors, null);
    }

    /** For what will be let through when this time is over. */
    protected Problem(Kind kind, String message, Duration retryAfter) {
        this(kind, message, List.of(), retryAfter);
    }

    private Problem(Kind kind, String message, List<FieldError> errors, Duration retryAfter) {
        super(message, null, false, false); // a refusal is an answer, not a fault: no stack trace
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** The fields that are wrong; empty where the refusal is not about a field. */
    public List<FieldError> errors() {
        return errors;
    }

    /** After what time it may be tried again; empty where time changes nothing. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The problem's name on the wire, such as {@code already-live}: the class name in kebab case. */
    public String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
