package streaming.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** The pages of the settings, in the order of their tabs. */
@Named
@ApplicationScoped
public class SettingsTabs {

    private static final List<Tab> ALL = List.of(
            new Tab("/settings", "Channel"),
            new Tab("/settings/channel", "Dashboard"),
            new Tab("/settings/keys", "Stream keys"),
            new Tab("/settings/access", "Who may watch"),
            new Tab("/settings/schedule", "Schedule"),
            new Tab("/settings/restream", "Restream"),
            new Tab("/settings/recordings", "Recordings"),
            new Tab("/settings/images", "Images"),
            new Tab("/settings/profile", "Profile"),
            new Tab("/settings/account", "Address and password"),
            new Tab("/settings/notifications", "Notifications"),
            new Tab("/settings/security", "Security"),
            new Tab("/settings/sessions", "Sessions and tokens"),
            new Tab("/settings/connections", "Connections"),
            new Tab("/settings/data", "Your data"));

    /** A page of the settings: where it is, and what its tab says. */
    public record Tab(String path, String title) {

        public String getPath() {
            return path;
        }

        public String getTitle() {
            return title;
        }
    }

    public List<Tab> getAll() {
        return ALL;
    }
}
