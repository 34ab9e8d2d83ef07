package streaming.mail;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTemplatesTest {

    static final Map<String, String> VALUES = Map.ofEntries(
            entry("username", "ada"),
            entry("key", "Main"),
            entry("channel", "ada"),
            entry("email", "new@example.org"),
            entry("at", "20:00 UTC"),
            entry("change", "the passkey \"Phone\" was added"),
            entry("outcome", "They have taken the stream over, as your channel allows."),
            entry("lines", "grace: Baking bread\nlinus"),
            entry("site", "https://site.example/"),
            entry("unsubscribe", "https://site.example/unsubscribe?token=1-abc"),
            entry("link", "https://site.example/reset?token=abc&x=1"));

    final LetterTemplates templates = new LetterTemplates();

    @ParameterizedTest
    @EnumSource
    void everyKindOfLetterIsWritten(LetterKind kind) {
        var letter = templates.fill(kind, VALUES);

        assertThat(letter.subject()).isNotBlank().hasSizeLessThan(60).doesNotContain("{");
        assertThat(letter.text()).doesNotContain("{{").contains("https://site.example/");
        assertThat(letter.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
        assertThat(letter.html()).startsWith("<!DOCTYPE html>").doesNotContain("{{");
        assertThat(letter.html()).contains("<title>" + letter.subject() + "</title>", letter.subject() + "</h1>");
    }

    @ParameterizedTest
    @EnumSource
    void textAndHtmlHaveTheSameLink(LetterKind kind) {
        var letter = templates.fill(kind, VALUES);

        assertThat(letter.html().contains("href=\"https://site.example/reset?token=abc&amp;x=1\""))
                .isEqualTo(letter.text().lines().anyMatch(VALUES.get("link")::equals));
    }

    @Test
    void whatPeopleTypedIsNoMarkup() {
        var values = new java.util.HashMap<>(VALUES);
        values.put("email", "<img src=x>@example.org");

        var letter = templates.fill(LetterKind.ADDRESS_CHANGED, values);

        assertThat(letter.html()).contains("&lt;img src").doesNotContain("<img");
        assertThat(letter.text()).contains("<img src=x>@example.org");
    }
}
