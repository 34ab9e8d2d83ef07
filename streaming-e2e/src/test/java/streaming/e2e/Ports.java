package streaming.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Free ports for the parts. Below those that the system gives to outgoing connections: one of these could take the port
 * of a part that was killed before it is started again.
 */
final class Ports {

    private static final List<String> NAMES = List.of("WEB", "RTMP", "PAYARA", "ADMIN", "JMS", "INGEST", "DB");
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /** By the launcher's names of them. */
    static Map<String, Integer> free() {
        var ports = new LinkedHashMap<String, Integer>();
        var random = new Random();
        while (ports.size() < NAMES.size()) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (!ports.containsValue(port) && isFree(port)) {
                ports.put(NAMES.get(ports.size()), port);
            }
        }
        return ports;
    }

    /** One more, for a server of a test. */
    static int another() {
        var random = new Random();
        while (true) {
            int port = random.nextInt(HIGHEST, HIGHEST + 700);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
