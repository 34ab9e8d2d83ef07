package streaming.shared;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * RFC 9457 problem details. Each {@code type} is described in docs/problems.md; {@code errors} is for validation,
 * {@code retryAfter} in seconds for what may be tried again, as the header {@code Retry-After} says, too.
 */
public record ProblemJson(
        String type, String title, int status, String detail, List<Problem.FieldError> errors, Long retryAfter) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemJson of(Problem problem) {
        return of(
                problem.code(),
                status(problem.kind()),
                problem.getMessage(),
                problem.errors(),
                problem.retryAfter().map(ProblemJson::seconds).orElse(null));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds()); // who comes back then is let in
    }

    /** A refusal of the HTTP layer itself, such as a method that a resource does not have. */
    public static ProblemJson of(String code, int status, String detail) {
        return of(code, status, detail, List.of(), null);
    }

    /** What HTTP itself refuses: an address, a method, a media type. */
    public static ProblemJson ofStatus(int status) {
        return switch (status) {
            case 400 -> of("malformed", 400, "The request cannot be read: check its body and parameters.");
            case 404 -> of("no-such-address", 404, "There is nothing at this address; see /openapi.");
            case 405 -> of("no-such-method", 405, "This address has no such method; see Allow.");
            case 406 -> of("not-acceptable", 406, "This address answers with application/json.");
            case 413 -> of("too-large", 413, "The body is too large for this address.");
            case 415 -> of("unsupported-media", 415, "Send the body as application/json.");
            default -> of(status < 500 ? "refused" : "fault", status, "The request was refused.");
        };
    }

    /** Answers with it where no JAX-RS does. */
    public void sendTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (retryAfter != null) {
            response.setHeader("Retry-After", retryAfter.toString());
        }
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Binding.JSON.toJson(this));
    }

    private static ProblemJson of(
            String code, int status, String detail, List<Problem.FieldError> errors, Long retryAfter) {
        var title = Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
        return new ProblemJson(
                "/problems/" + code, title, status, detail, errors.isEmpty() ? null : errors, retryAfter);
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
            case UPSTREAM -> 502;
            case MISDIRECTED -> 421;
        };
    }

    /** Made when first needed: there is none where no server is. */
    private static final class Binding {
        static final Jsonb JSON = JsonbBuilder.create();
    }
}
