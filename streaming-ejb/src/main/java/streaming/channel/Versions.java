package streaming.channel;

import java.util.regex.Pattern;

/** Reads {@code If-Match} (RFC 9110 §13.1.1) for what has {@link ChannelJson#etag()}. */
final class Versions {

    // nginx marks a tag as weak when it packs the answer; what it names is the same version
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"v([0-9]{1,18})\"");

    private Versions() {}

    /** The version that the caller has seen, null if any will do; what is no tag of ours is of no version there is. */
    static Long in(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Long.valueOf(tag.group(1)) : -1L;
    }
}
