package streaming;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import streaming.account.ProfileEdit;
import streaming.account.SignUp;
import streaming.account.SignUpWithoutPassword;
import streaming.channel.ChannelEdit;
import streaming.credential.AddressChange;
import streaming.credential.AddressGiven;
import streaming.credential.PasswordChange;
import streaming.credential.PasswordReset;
import streaming.restream.NewRestream;
import streaming.signin.Credentials;
import streaming.signin.NewPersonalToken;

/** What people type has one limit, said in four places: they must agree. */
class FieldLimitsTest {

    private static final Path WEB = Path.of("../streaming-web/src/main");
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    /** A form: its class, its page, its schema in the API, and the table where it ends up; "" for each that it has not. */
    record Input(Class<?> type, String page, String schema, String table) {}

    private static final List<Input> INPUTS = List.of(
            new Input(SignUp.class, "signup", "SignUp", "profiles"),
            new Input(ProfileEdit.class, "profile", "ProfileEdit", "profiles"),
            new Input(ChannelEdit.class, "settings", "ChannelEdit", "channels"),
            new Input(Credentials.class, "login", "Credentials", ""),
            new Input(SignUpWithoutPassword.class, "newcomer", "", ""),
            new Input(AddressGiven.class, "forgot", "AddressGiven", ""),
            new Input(AddressGiven.class, "confirm-again", "AddressGiven", ""),
            new Input(AddressChange.class, "settings-account", "AddressChange", ""),
            new Input(PasswordChange.class, "settings-account", "PasswordChange", ""),
            new Input(PasswordReset.class, "reset", "PasswordReset", ""),
            new Input(NewRestream.class, "restream", "NewRestream", "restreams"),
            new Input(NewPersonalToken.class, "sessions", "NewPersonalToken", "sign_ins"));

    /** What is not kept as it was typed, or not typed there: a hash, E.164, a choice, a widget's answer, a second step, what is sealed. */
    private static final List<String> NOT_KEPT =
            List.of("password", "currentPassword", "oldPassword", "phone", "login", "captcha", "code", "key");

    private static final List<String> NOT_TYPED = List.of("language", "captcha", "code");

    record Field(Input input, String name, int longest) {
        @Override
        public String toString() {
            return input.type().getSimpleName() + "." + name;
        }
    }

    static Stream<Field> fields() {
        return INPUTS.stream()
                .flatMap(input -> Arrays.stream(input.type().getRecordComponents())
                        .flatMap(component -> longest(input.type(), component.getName())
                                .map(most -> new Field(input, component.getName(), most))
                                .stream()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void agreesWithThePage(Field field) throws IOException {
        if (NOT_TYPED.contains(field.name())) {
            return;
        }
        var page = facelet("page/" + field.input().page()).replace("<s:stream/>", facelet("tags/stream"));

        assertThat(number("<s:field id=\"%s\"[^>]*?\\smaxlength=\"(\\d+)\"".formatted(field.name()), page))
                .as("maxlength")
                .contains(field.longest());
    }

    private static String facelet(String name) throws IOException {
        return Files.readString(WEB.resolve("webapp/WEB-INF/%s.xhtml".formatted(name)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void agreesWithTheApi(Field field) throws IOException {
        if (field.input().schema().isEmpty()) {
            return;
        }
        var api = Files.readString(WEB.resolve("resources/META-INF/openapi.yaml"));
        var schema = first(
                        "(?ms)^    %s:\n(.*?)(?=^    \\S)"
                                .formatted(field.input().schema()),
                        api)
                .orElseThrow();
        var property = first("(?ms)^        %s:\n(.*?)(?=^ {0,8}\\S|\\z)".formatted(field.name()), schema)
                .orElseThrow(() -> new AssertionError("openapi.yaml does not describe " + field));

        assertThat(number("maxLength: (\\d+)", property)
                        .or(() -> longestOf(first("pattern: \"(.*)\"", property).orElse(""))))
                .as("maxLength")
                .contains(field.longest());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void agreesWithTheDatabase(Field field) {
        if (NOT_KEPT.contains(field.name())) {
            return;
        }
        var table = List.of("username", "email").contains(field.name())
                ? "accounts"
                : field.input().table();
        var column = field.name().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);

        assertThat(constraints(table).stream()
                        .filter(constraint -> constraint.contains(column))
                        .flatMap(constraint -> number("char_length\\(%s\\) <= (\\d+)".formatted(column), constraint)
                                .or(() -> longestOf(
                                        first("'\\^?(.*?)\\$?'", constraint).orElse("")))
                                .filter(longest -> longest > 0) // a form alone
                                .stream()))
                .as("constraints of %s.%s", table, column)
                .containsExactly(field.longest());
    }

    @Test
    void looksAtAllThatIsTyped() {
        assertThat(fields().map(Field::toString))
                .contains("SignUp.username", "SignUp.phone", "ProfileEdit.bio", "ChannelEdit.language")
                .contains("PasswordReset.password", "AddressChange.currentPassword", "NewPersonalToken.name");
    }

    private List<String> constraints(String table) {
        var found = database.entityManager()
                .createNativeQuery("""
                        select pg_get_constraintdef(oid) from pg_constraint
                        where contype = 'c' and conrelid = cast(:table as regclass)
                        """)
                .setParameter("table", table)
                .getResultList();
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    /** By {@code @Size} or, where there is none, by the form. */
    private static Optional<Integer> longest(Class<?> type, String property) {
        var constraints = VALIDATOR.getConstraintsForClass(type).getConstraintsForProperty(property);
        if (constraints == null) {
            return Optional.empty();
        }
        var annotations = constraints.getConstraintDescriptors().stream()
                .map(descriptor -> descriptor.getAnnotation())
                .toList();
        return annotations.stream()
                .filter(Size.class::isInstance)
                .map(size -> ((Size) size).max())
                .findFirst()
                .or(() -> annotations.stream()
                        .filter(Pattern.class::isInstance)
                        .flatMap(pattern -> longestOf(((Pattern) pattern).regexp()).stream())
                        .findFirst());
    }

    /** How long what a form matches can be: the sum of its counts and single characters, as far as we use them. */
    private static Optional<Integer> longestOf(String form) {
        if (form.isEmpty()) {
            return Optional.empty();
        }
        var counts = java.util.regex.Pattern.compile("\\{\\d+,(\\d+)}")
                .matcher(form)
                .results()
                .map(MatchResult::group)
                .mapToInt(count -> Integer.parseInt(count.replaceAll(".*,(\\d+)}", "$1")))
                .sum();
        return Optional.of(counts + (form.contains("(-") ? 1 : 0));
    }

    private static Optional<Integer> number(String expression, String text) {
        return first(expression, text).map(Integer::valueOf);
    }

    private static Optional<String> first(String expression, String text) {
        return java.util.regex.Pattern.compile(expression)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst();
    }
}
