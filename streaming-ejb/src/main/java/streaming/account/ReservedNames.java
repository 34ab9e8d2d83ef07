package streaming.account;

import java.util.Set;

/** Names nobody may take, because the site itself is at these addresses or speaks under them. */
final class ReservedNames {

    private static final Set<String> NAMES = Set.of(
            "api",
            "ws",
            "live",
            "vod",
            "admin",
            "settings",
            "search",
            "browse",
            "openapi",
            "health",
            "metrics",
            "assets",
            "about",
            "login",
            "logout",
            "signup",
            "forgot",
            "reset",
            "confirm",
            "problems",
            "error",
            "index",
            "channel",
            "favicon",
            "robots",
            "jakarta",
            "system",
            "moderator",
            "null",
            "undefined",
            "app",
            "hls",
            "stat",
            "control",
            "images",
            "goodbye",
            "following",
            "notifications",
            "rating",
            "deleted",
            "categories",
            "category",
            "tags",
            "schedule",
            "docs",
            "unsubscribe",
            "clips",
            "clip",
            "recordings");

    private ReservedNames() {}

    /** Takes the name in its normal form, see {@link Account#normal}. */
    static boolean contains(String username) {
        return NAMES.contains(username);
    }
}
