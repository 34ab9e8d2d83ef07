package streaming.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lets one node of the application work where all would. The lock is one of PostgreSQL's advisory locks, which it takes
 * back with the connection of a node that died.
 */
@ApplicationScoped
public class SiteLock {

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    /** Does the work, or nothing if another node does it now; {@code name} tells one work from another. */
    public void alone(String name, Runnable work) {
        try (var connection = dataSource.getConnection()) {
            if (!call(connection, "select pg_try_advisory_lock(hashtext(?))", name)) {
                return;
            }
            try {
                work.run();
            } finally {
                call(connection, "select pg_advisory_unlock(hashtext(?))", name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say who does " + name, e);
        }
    }

    private static boolean call(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
