package streaming.encode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program to run, with what it reads from files: arguments that name one of them get its path. Secrets go there,
 * since everybody on the machine may read a command line, and are struck out of what the program says.
 *
 * @param files what each has in it, by its name
 */
public record Program(List<String> command, Map<String, String> files, Set<String> secrets) {

    public Program {
        command = List.copyOf(command);
        files = Map.copyOf(files);
        secrets = Set.copyOf(secrets);
    }

    /** Where a program comes from, asked anew before each start. */
    @FunctionalInterface
    public interface Source {

        /**
         * The program as it is to run now; empty while that is not known yet.
         *
         * @throws NotNow it is not to run; it is asked again later, as after a failure
         */
        Optional<Program> next() throws NotNow;
    }

    /** Why a program is not to run, in words for people. */
    public static final class NotNow extends Exception {

        private static final long serialVersionUID = 1L;

        public NotNow(String why) {
            super(why, null, false, false); // an answer, not a fault: no stack trace
        }
    }

    /** The same, with these files and secrets besides. */
    public Program with(Map<String, String> moreFiles, Set<String> moreSecrets) {
        var allFiles = new HashMap<>(files);
        allFiles.putAll(moreFiles);
        var allSecrets = new HashSet<>(secrets);
        allSecrets.addAll(moreSecrets);
        return new Program(command, allFiles, allSecrets);
    }

    /** Never a secret. */
    @Override
    public String toString() {
        return command.toString();
    }
}
