package streaming.caller;

/** What somebody is on this site, from the least to the most. */
public enum Role {
    VIEWER,
    /** Keeps order in every chat. */
    MODERATOR,
    /** Sees what admins see, and changes nothing. */
    STAFF,
    ADMIN
}
