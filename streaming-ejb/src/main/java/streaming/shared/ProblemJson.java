package streaming.shared;

import java.util.List;

/** RFC 9457 problem details. Each {@code type} is described in docs/problems.md; {@code errors} is for validation. */
public record ProblemJson(String type, String title, int status, String detail, List<Problem.FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemJson of(Problem problem) {
        return of(problem.code(), status(problem.kind()), problem.getMessage(), problem.errors());
    }

    /** A refusal of the HTTP layer itself, such as a method that a resource does not have. */
    public static ProblemJson of(String code, int status, String detail) {
        return of(code, status, detail, List.of());
    }

    private static ProblemJson of(String code, int status, String detail, List<Problem.FieldError> errors) {
        var title = Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
        return new ProblemJson("/problems/" + code, title, status, detail, errors.isEmpty() ? null : errors);
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_MANY -> 429;
        };
    }
}
