package streaming.mail;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Fills in the templates of {@code mail/}. A hole that nothing fills is a fault, found by the test of each kind. */
@ApplicationScoped
class LetterTemplates {

    /** What HTML needs and no more: the library's own escapes {@code =}, too, and links look odd in the source. */
    private static final Mustache.Escaper ESCAPER = Escapers.simple(
            new String[][] {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}});

    private final Map<LetterKind, Pair> pairs = new EnumMap<>(LetterKind.class);

    LetterTemplates() {
        var mustache = Mustache.compiler();
        var text = mustache.escapeHTML(false).withLoader(name -> read(name + ".txt"));
        var html = mustache.withEscaper(ESCAPER).withLoader(name -> read(name + ".html"));
        for (var kind : LetterKind.values()) {
            pairs.put(kind, new Pair(text.loadTemplate(kind.template()), html.loadTemplate(kind.template())));
        }
    }

    /** A letter as it is read: the subject is the first line of the text's template. */
    record Written(String subject, String text, String html) {}

    Written fill(LetterKind kind, Map<String, String> values) {
        var pair = pairs.get(kind);
        var text = pair.text().execute(values).split("\n", 2);
        return new Written(text[0].strip(), text[1].strip() + "\n", pair.html().execute(values));
    }

    private record Pair(Template text, Template html) {}

    private static Reader read(String name) throws IOException {
        var stream = LetterTemplates.class.getResourceAsStream("/mail/" + name);
        if (stream == null) {
            throw new FileNotFoundException("mail/" + name);
        }
        try (stream) {
            return new StringReader(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
