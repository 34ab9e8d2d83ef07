package streaming.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A path on this site to go to after signing in: never an address elsewhere, whoever wrote the link. */
record LocalPath(String value) {

    static final LocalPath HOME = new LocalPath("/");

    // browsers read "//host", "/\host" and "/<tab>/host" as other sites
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}\\s]*");

    static LocalPath orHome(String path) {
        return path != null && LOCAL.matcher(path).matches() ? new LocalPath(path) : HOME;
    }

    /** The sign-in page that leads back here. */
    String afterSignIn() {
        return after("/login");
    }

    /** The page of the second factor that leads back here. */
    String afterSecondStep() {
        return after("/login/second");
    }

    private String after(String page) {
        return page + "?next="
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
