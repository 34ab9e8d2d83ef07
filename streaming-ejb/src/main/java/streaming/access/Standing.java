package streaming.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import streaming.caller.Role;
import streaming.caller.SignInRequired;
import streaming.caller.SignedIn;
import streaming.shared.Problem;

/**
 * How a viewer stands to a channel, and what follows from it.
 *
 * @param least the role that may watch, where a role decides; else null
 * @param ticket whether their ticket is good; null where they have none
 */
record Standing(
        long channelId,
        String channel,
        Visibility visibility,
        Role least,
        boolean own,
        boolean follows,
        Boolean ticket,
        boolean passed) {

    static Standing of(ResultSet row) throws SQLException {
        var role = row.getString("watch_role");
        return new Standing(
                row.getLong("id"),
                row.getString("name"),
                Visibility.of(row.getString("visibility")),
                role == null ? null : Role.valueOf(role.toUpperCase(Locale.ROOT)),
                row.getBoolean("own"),
                row.getBoolean("follows"),
                row.getObject("ticket", Boolean.class),
                row.getBoolean("passed"));
    }

    /** Why the viewer, null for an anonymous one, may not watch; empty if they may. */
    Optional<Problem> refusal(SignedIn viewer) {
        if (visibility.isOpen() || own || (viewer != null && (viewer.staff() || viewer.admin()))) {
            return Optional.empty(); // who looks after the site must see what is on it
        }
        if (visibility == Visibility.PASSWORD) {
            return unless(passed, new PasswordRequired(channel));
        }
        if (viewer == null) {
            return Optional.of(new SignInRequired());
        }
        return switch (visibility) {
            case FOLLOWERS -> unless(follows, new FollowRequired(channel));
            case TICKET -> unless(Boolean.TRUE.equals(ticket), new TicketRequired(channel, ticket != null));
            case ROLE ->
                unless(
                        viewer.roles().stream().anyMatch(role -> role.compareTo(least) >= 0),
                        new RoleRequired(channel, least));
            case PUBLIC, UNLISTED, PASSWORD -> Optional.empty(); // judged above
        };
    }

    private static Optional<Problem> unless(boolean good, Problem refusal) {
        return good ? Optional.empty() : Optional.of(refusal);
    }
}
