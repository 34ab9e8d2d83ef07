package streaming.sso;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import streaming.oidc.Identity;

/** A username to begin with, for somebody whom a provider calls something. */
final class SuggestedName {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 25;
    private static final int MOST_TRIED = 50;

    private SuggestedName() {}

    /** The first that may be had; empty where there is none, and the visitor has to think of one. */
    static String of(Identity identity, Predicate<String> free) {
        var base = Stream.of(identity.username(), identity.email(), identity.name())
                .map(SuggestedName::normal)
                .filter(name -> name.length() >= SHORTEST)
                .findFirst();
        return base.flatMap(name -> Stream.concat(
                                Stream.of(name),
                                IntStream.range(2, MOST_TRIED).mapToObj(number -> shortened(name) + number))
                        .filter(free)
                        .findFirst())
                .orElse("");
    }

    private static String normal(String text) {
        var local = text.replaceFirst("@.*", "");
        var ascii = Normalizer.normalize(local, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        var name = ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST - 2));
    }
}
