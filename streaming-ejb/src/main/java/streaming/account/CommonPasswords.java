package streaming.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that attackers try first: all lists of zxcvbn (MIT licence). It keeps a password that is a word or a
 * name, too, in the list where it ranks highest, so only all of them together hold the 10,000 commonest. Shorter ones
 * than may be chosen are left out.
 */
final class CommonPasswords {

    private static final Set<String> LONG_ENOUGH = read();

    private CommonPasswords() {}

    /** Whether it is one of them, in any case. */
    static boolean contains(String password) {
        return LONG_ENOUGH.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try {
            return StandardDictionaries.loadAllDictionaries().stream()
                    .flatMap(list -> list.getFrequencies().stream())
                    .filter(password -> password.length() >= PasswordRules.SHORTEST)
                    .map(password -> password.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The lists of common passwords are missing", e);
        }
    }
}
