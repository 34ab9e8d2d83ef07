package streaming.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block of addresses (RFC 4632), of IPv4 or IPv6; one address is a block, too. Names are none: nothing is looked up. */
@SuppressWarnings("ArrayRecordComponent") // compared by contains() alone
public record Network(byte[] start, int bits) {

    /** What one subscriber has of IPv6 (RFC 6177): within it, addresses cost nothing. */
    private static final int SUBSCRIBER = 64;

    /** What RFC 5952 (section 4.2) writes as {@code ::}; the first of them. */
    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Reads {@code address} or {@code address/bits}; empty for anything else. */
    public static Optional<Network> find(String text) {
        var parts = text.strip().split("/", -1);
        var address = address(parts[0]);
        if (address.isEmpty() || parts.length > 2) {
            return Optional.empty();
        }
        int all = address.get().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : bits(parts[1], all);
        return bits < 0 ? Optional.empty() : Optional.of(new Network(address.get(), bits));
    }

    /** Who counts as one: an IPv4 address, or 64 bits of an IPv6 one; text that is no address stays as it is. */
    public static String subscriber(String address) {
        return address(address)
                .filter(bytes -> bytes.length * Byte.SIZE > SUBSCRIBER)
                .map(bytes -> Arrays.copyOf(Arrays.copyOf(bytes, SUBSCRIBER / Byte.SIZE), bytes.length))
                .map(bytes -> text(bytes) + "/" + SUBSCRIBER)
                .orElse(address);
    }

    /** As PostgreSQL's {@code cidr} takes it: bits beyond the block are 0. */
    public String text() {
        var first = start.clone();
        for (int bit = bits; bit < first.length * Byte.SIZE; bit++) {
            first[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return ZEROS.matcher(text(first)).replaceFirst("::") + "/" + bits;
    }

    /** Whether this address lies in the block; text that is no address does not. */
    public boolean contains(String address) {
        return address(address).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is an address, and no name. */
    public static boolean isAddress(String text) {
        return address(text).isPresent();
    }

    private static Optional<byte[]> address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress()); // a literal: asks no name server
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }

    private static int bits(String text, int most) {
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= most ? Integer.parseInt(text) : -1;
    }
}
