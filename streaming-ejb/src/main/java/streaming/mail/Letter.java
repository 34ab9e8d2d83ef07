package streaming.mail;

import java.util.HashMap;
import java.util.Map;
import streaming.shared.Secret;

/**
 * What is to be said to whom.
 *
 * @param values what its templates have holes for; {@code link} and {@code unsubscribe} are paths of the site
 */
public record Letter(LetterKind kind, String recipient, Map<String, String> values) {

    public Letter {
        values = Map.copyOf(values);
    }

    public static Letter of(LetterKind kind, String recipient) {
        return new Letter(kind, recipient, Map.of());
    }

    public Letter with(String name, String value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return new Letter(kind, recipient, more);
    }

    /** With a link to a page, which gets this secret. */
    public Letter withLink(String page, Secret secret) {
        return with("link", page + "?token=" + secret.text());
    }

    /** One of many that are alike: with a page that ends them, which mail programs are told of, too. */
    public Letter withUnsubscribe(String path) {
        return with("unsubscribe", path);
    }

    /** Never what is in it: a link is a secret. */
    @Override
    public String toString() {
        return "Letter[" + kind + "]";
    }
}
