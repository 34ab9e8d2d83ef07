package streaming.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import streaming.shared.Problem;

/**
 * A form as it was typed, and why it was not accepted: what stands beside each field, and what concerns the whole. A
 * page shows it again with everything kept but the password.
 */
public class Form {

    private final List<String> fields;
    private final Map<String, String> values;
    private final Map<String, String> errors = new HashMap<>();
    private String whole = "";
    private Problem refusal;

    /** The form's fields in the order of the page, and what is in them. */
    Form(List<String> fields, Map<String, String> values) {
        this.fields = fields;
        this.values = values;
    }

    static Form of(HttpServletRequest request, String... fields) {
        var values = new HashMap<String, String>();
        for (var field : fields) {
            var typed = request.getParameter(field);
            values.put(field, typed == null ? "" : typed);
        }
        return new Form(List.of(fields), values);
    }

    void refuse(Problem problem) {
        refusal = problem;
        for (var error : problem.errors()) {
            errors.merge(error.field(), error.message(), (first, second) -> first + " " + second);
        }
        whole = fields.stream().anyMatch(errors::containsKey) ? "" : problem.getMessage();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with the field; empty where nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Whether any of these fields is wrong; their names are given with spaces. */
    public boolean refusedIn(String names) {
        return errors.keySet().stream().anyMatch(List.of(names.split(" ", -1))::contains);
    }

    /** Whether the cursor belongs into this field: it is the first that is wrong. */
    public boolean first(String field) {
        return fields.stream()
                .filter(errors::containsKey)
                .findFirst()
                .filter(field::equals)
                .isPresent();
    }

    public String getWhole() {
        return whole;
    }

    boolean isRefused() {
        return refusal != null;
    }

    /** Why it was not accepted. */
    Optional<Problem> refusal() {
        return Optional.ofNullable(refusal);
    }
}
