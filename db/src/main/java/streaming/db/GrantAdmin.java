package streaming.db;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes an account an admin from the command line: the first one has nobody who could do it on a page. */
public final class GrantAdmin {
    private static final String GRANT = """
            with granted as (update accounts set admin = true, staff = true where username = lower(?) returning id)
            insert into audit_log (at, event, account_id, detail)
            select now(), 'roles-changed', id, 'staff and admin, by the command line' from granted
            """;

    private GrantAdmin() {}

    /** Takes the account's name; the database is named by STREAMING_DB_URL, STREAMING_DB_USER, STREAMING_DB_PASSWORD. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            fail("Give the name of one account");
        }
        var name = arguments[0].strip();
        try (var connection = DriverManager.getConnection(
                        setting("STREAMING_DB_URL"), setting("STREAMING_DB_USER"), setting("STREAMING_DB_PASSWORD"));
                var statement = connection.prepareStatement(GRANT)) {
            statement.setString(1, name);
            if (statement.executeUpdate() == 0) {
                fail("There is no account named '" + name + "': it has to sign up first");
            }
        } catch (SQLException e) {
            fail("The database refused: " + e.getMessage());
        }
        System.out.println(name + " is an admin now");
    }

    private static String setting(String name) {
        var value = System.getenv(name);
        if (value == null) {
            fail(name + " is not set");
        }
        return value;
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(1);
    }
}
