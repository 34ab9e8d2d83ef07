package streaming.web.reference;

import java.util.List;

/** All that the page says: operations by what they are about, then the types that they send and answer. */
public record Reference(String introduction, List<Section> sections, List<Type> types) {

    public record Section(String name, List<Operation> operations) {}

    /** What one method does at one path; {@code id} is its anchor. */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            boolean signIn,
            List<Field> parameters,
            List<Body> requests,
            List<Body> answers,
            List<Refusal> refusals,
            String curl) {}

    /** A parameter, or a part of a type; {@code place} is where a parameter goes, else empty. */
    public record Field(String name, String place, String type, String typeName, boolean required, String note) {}

    /** What is sent, or answered with a status. {@code typeName} is a type's below, or empty. */
    public record Body(String status, String note, String forms, String typeName, String example) {}

    /** One problem among those of a status. */
    public record Refusal(String status, String problem, String detail) {}

    public record Type(String name, String note, List<Field> fields, String example) {}
}
