package streaming.privacy;

/** What proves that somebody means to delete their own account: their name, typed, and their password. */
public record Farewell(String username, String password) {

    /** Never the password: records like to be logged. */
    @Override
    public String toString() {
        return "Farewell[" + username + "]";
    }
}
