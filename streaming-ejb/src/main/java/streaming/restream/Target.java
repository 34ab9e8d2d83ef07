package streaming.restream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import streaming.encode.Program;
import streaming.encode.StreamInput;
import streaming.gate.PublicInternet;

/**
 * Another server as ffmpeg is sent there. Its name is looked up before each start, for it must lead neither into our own
 * network nor to ourselves; ffmpeg then gets the address that was looked at, or with TLS the name, which nobody in our
 * network can prove to have.
 */
final class Target {

    private static final String FILE = "target.preset";

    private final TargetAddress address;
    private final boolean privateNetwork;
    private final int ownPort;
    private final Executor lookUps;
    private CompletableFuture<InetAddress[]> lookUp;

    /**
     * @param ownPort where we take streams ourselves
     * @param lookUps where a name may take its time
     */
    Target(TargetAddress address, boolean privateNetwork, int ownPort, Executor lookUps) {
        this.address = address;
        this.privateNetwork = privateNetwork;
        this.ownPort = ownPort;
        this.lookUps = lookUps;
    }

    /** ffmpeg, which sends the stream there unchanged; empty while the name is looked up. */
    Optional<Program> program(String ffmpeg, StreamInput input, String key) throws Program.NotNow {
        var found = lookUp();
        return found.isEmpty() ? Optional.empty() : Optional.of(program(ffmpeg, input, key, found.get()));
    }

    private Program program(String ffmpeg, StreamInput input, String key, InetAddress there) {
        var tls = address.hasTls() ? List.of("-tls_verify", "1") : List.<String>of();
        var output = new ArrayList<>(List.of("-map", "0:v?", "-map", "0:a?", "-c", "copy"));
        output.addAll(tls);
        output.addAll(List.of("-fpre", FILE, "-f", "flv", url(there)));
        var preset = """
                rtmp_app=%s
                rtmp_tcurl=%s
                rtmp_playpath=%s
                rw_timeout=15000000
                """.formatted(address.app(), address, key);
        return input.program(List.of(ffmpeg), output).with(Map.of(FILE, preset), Set.of(key));
    }

    private String url(InetAddress there) {
        var host = address.hasTls() ? address.uri().getHost() : literal(there);
        return "%s://%s:%d/".formatted(address.uri().getScheme(), host, address.port());
    }

    private static String literal(InetAddress address) {
        var text = address.getHostAddress();
        return text.contains(":") ? "[" + text.replaceAll("%.*", "") + "]" : text;
    }

    private Optional<InetAddress> lookUp() throws Program.NotNow {
        if (lookUp == null) {
            lookUp = CompletableFuture.supplyAsync(() -> all(address.host()), lookUps);
        }
        if (!lookUp.isDone()) {
            return Optional.empty();
        }
        var found = lookUp.handle((addresses, failure) -> failure == null ? addresses : new InetAddress[0])
                .join();
        lookUp = null; // the next start asks anew
        return Optional.of(judged(found));
    }

    private static InetAddress[] all(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private InetAddress judged(InetAddress[] found) throws Program.NotNow {
        if (found.length == 0) {
            throw new Program.NotNow("There is no server of this name.");
        }
        if (!privateNetwork && !Arrays.stream(found).allMatch(PublicInternet::has)) {
            throw new Program.NotNow("The address leads into a private network.");
        }
        if (address.port() == ownPort && Arrays.stream(found).anyMatch(Target::isOurs)) {
            throw new Program.NotNow("The address is this site's own.");
        }
        return found[0];
    }

    private static boolean isOurs(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
