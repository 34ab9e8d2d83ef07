package streaming.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import streaming.gate.Client;

/** What asks, and from where: the {@code User-Agent}, cut to 200 characters, and the client's address. */
public record Device(String userAgent, String address) {

    public static final Device UNKNOWN = new Device("", "");

    private static final int LONGEST = 200;

    public static Device of(HttpServletRequest request) {
        var agent =
                Optional.ofNullable(request.getHeader("User-Agent")).orElse("").replaceAll("\\p{Cntrl}", " ");
        return new Device(
                agent.substring(0, Math.min(agent.length(), LONGEST)),
                Client.of(request).address());
    }
}
