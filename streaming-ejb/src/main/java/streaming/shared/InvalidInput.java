package streaming.shared;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Input that breaks the rules of its fields, each named. */
public final class InvalidInput extends Problem {

    public InvalidInput(List<FieldError> errors) {
        super(Kind.INVALID, "Correct the fields named in errors and send it again.", errors);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    /** What Bean Validation found, by the last name of each property's path. */
    public static InvalidInput of(Collection<? extends ConstraintViolation<?>> violations) {
        return new InvalidInput(violations.stream()
                .map(violation -> new FieldError(lastName(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList());
    }

    /** Refuses what breaks the rules that its class declares; for callers that no container validates for. */
    public static void check(Validator validator, Object input) {
        var violations = validator.validate(input);
        if (!violations.isEmpty()) {
            throw of(violations);
        }
    }

    private static String lastName(Path path) {
        String name = null;
        for (var node : path) {
            name = node.getName();
        }
        return name == null ? "" : name;
    }
}
