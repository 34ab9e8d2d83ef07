package streaming.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import streaming.shared.InvalidInput;
import streaming.shared.Problem.FieldError;

/** What a password must be, wherever one is chosen: at sign-up, at a change, at a reset. */
public final class PasswordRules {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    /** From this share of equal characters on, a password is its owner's name in another dress. */
    static final double SIMILAR = 0.7;

    /** A shorter part of a name is in many a good password by chance. */
    private static final int PART = 4;

    private static final String FIELD = "password";

    /**
     * Refuses a password that is easy to guess; says each rule that it breaks.
     *
     * @throws InvalidInput on the field {@code password}
     */
    public void check(String password, String username, String email) {
        var broken = new ArrayList<String>();
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            broken.add("Use %d to %d characters.".formatted(SHORTEST, LONGEST));
        }
        if (password.chars().allMatch(Character::isDigit)) {
            broken.add("Use more than digits.");
        }
        if (CommonPasswords.contains(password)) {
            broken.add("This is one of the commonest passwords, names and words: choose another.");
        }
        if (isSimilar(password, parts(username))) {
            broken.add("This is too similar to your username: choose another.");
        }
        if (isSimilar(password, parts(email))) {
            broken.add("This is too similar to your e-mail address: choose another.");
        }
        if (!broken.isEmpty()) {
            throw new InvalidInput(broken.stream()
                    .map(message -> new FieldError(FIELD, message))
                    .toList());
        }
    }

    /** The whole, and of an address what is before the @ and the words of that: the rest is the provider's. */
    private static List<String> parts(String name) {
        var whole = name.strip().toLowerCase(Locale.ROOT);
        var local = whole.replaceFirst("@.*", "");
        return Stream.concat(Stream.of(whole, local), Stream.of(local.split("[\\W_]+")))
                .filter(part -> part.length() >= PART || part.equals(whole))
                .distinct()
                .toList();
    }

    private static boolean isSimilar(String password, List<String> parts) {
        var plain = password.toLowerCase(Locale.ROOT);
        return parts.stream()
                .anyMatch(
                        part -> (part.length() >= PART && plain.contains(part)) || similarity(plain, part) >= SIMILAR);
    }

    /**
     * The share of both texts' characters that are the same in the same order: 2 M / T, with M the length of the longest
     * common subsequence. It is what Django's UserAttributeSimilarityValidator approaches by Python's SequenceMatcher.
     */
    static double similarity(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        var above = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            for (int j = 1; j <= b.length(); j++) {
                row[j] = a.charAt(i - 1) == b.charAt(j - 1) ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
            }
            above = row;
        }
        return 2.0 * above[b.length()] / (a.length() + b.length());
    }
}
