package streaming.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The names by which the site may be called. With none given it answers to any. */
@ApplicationScoped
public class Hosts {

    @Inject
    @ConfigProperty(name = "streaming.hosts")
    Provider<Optional<String>> names;

    /**
     * Refuses what is meant for another site, such as one whose name was pointed at our address.
     *
     * @throws UnknownHost the request names none of ours
     */
    public void check(HttpServletRequest request) {
        if (!isOurs(request.getHeader("Host"))) {
            throw new UnknownHost();
        }
    }

    /** A name without a port is good for each port. */
    boolean isOurs(String host) {
        var ours = names.get();
        return ours.isEmpty()
                || (host != null
                        && Stream.of(ours.get().split(","))
                                .map(Hosts::normal)
                                .anyMatch(name -> name.equals(normal(host))
                                        || name.equals(normal(host).replaceFirst(":\\d+$", ""))));
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
