package streaming.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import streaming.channel.SocialLink;
import streaming.image.DefaultImage;
import streaming.restream.RestreamJson;

/** Numbers, times and names in the words that all pages use; {@code assets/wording.js} says the same in the browser. */
@Named
@ApplicationScoped
public class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    Clock clock;

    public String viewers(long count) {
        return count == 1 ? "1 viewer" : count + " viewers";
    }

    public String followers(long count) {
        return count == 1 ? "1 follower" : count + " followers";
    }

    public String views(long count) {
        return count == 1 ? "1 view" : count + " views";
    }

    /** What people think of it, such as "4.5 of 5 stars by 12"; the mean is null while nobody has said. */
    public String rating(Double mean, long ratings) {
        return mean == null ? "Not rated yet" : String.format(Locale.ROOT, "%.1f of 5 stars by %d", mean, ratings);
    }

    public String channels(long count) {
        if (count == 0) {
            return "";
        }
        return count == 1 ? "1 channel" : count + " channels";
    }

    /** How many channels there are, and how many of them are live. */
    public String liveOf(long live, long channels) {
        var all = channels == 0 ? "No channels yet" : channels(channels);
        return live == 0 ? all : live + " live · " + all;
    }

    /** A link by its site's name, or by its address where that says more. */
    public String link(SocialLink link) {
        return switch (link.kind()) {
            case "website" -> URI.create(link.url()).getHost().replaceFirst("^www\\.", "");
            case "github" -> "GitHub";
            case "linkedin" -> "LinkedIn";
            case "tiktok" -> "TikTok";
            case "vk" -> "VK";
            case "youtube" -> "YouTube";
            default ->
                link.kind().substring(0, 1).toUpperCase(Locale.ROOT)
                        + link.kind().substring(1);
        };
    }

    /** Tags in one line. */
    public String tags(List<String> tags) {
        return String.join(" ", tags);
    }

    /** The channels with a tag. */
    public String tagPath(String tag) {
        return "/browse?tag=" + URLEncoder.encode(tag, StandardCharsets.UTF_8);
    }

    /** How the sending to another server does. */
    public String restream(RestreamJson restream) {
        var trouble = restream.trouble() == null ? "" : restream.trouble();
        return switch (restream.state()) {
            case "off" -> "Off";
            case "connecting" -> trouble.isEmpty() ? "Connecting…" : "Connecting again. Last time: " + trouble;
            case "sending" -> "Sending, " + since(restream.since());
            case "waiting" -> "%s Next try in %d s.".formatted(trouble, seconds(clock.instant(), restream.nextTryAt()));
            default -> "Sent whenever you are live";
        };
    }

    private static long seconds(Instant now, Instant then) {
        return then == null ? 0 : Math.max(0, Duration.between(now, then).toSeconds());
    }

    /** How long it has been on, such as "3 h 5 min"; empty where it is not. */
    public String since(Instant startedAt) {
        return since(startedAt, clock.instant());
    }

    static String since(Instant startedAt, Instant now) {
        if (startedAt == null) {
            return "";
        }
        var minutes = Duration.between(startedAt, now).toMinutes();
        if (minutes < 1) {
            return "just started";
        }
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** How long it was on, in the words of {@link #since(Instant)}. */
    public String lasted(Instant startedAt, Instant endedAt) {
        var minutes = Duration.between(startedAt, endedAt).toMinutes();
        return minutes < 1 ? "less than a minute" : since(startedAt, endedAt);
    }

    /** A moment, such as "21 Nov 2026, 13:05 UTC". */
    public String time(Instant moment) {
        return TIME.format(moment);
    }

    public boolean isOver(Instant end) {
        return !end.isAfter(clock.instant());
    }

    /** The last day before an end, as a date field has it; empty where there is no end. */
    public String lastDay(Instant end) {
        return end == null
                ? ""
                : end.minusNanos(1).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    public String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    /** What became of an encoder, to the owner of its key. */
    public String incident(String kind) {
        return switch (kind) {
            case "expired-key" -> "Refused: the key has expired.";
            case "foreign-network" -> "Refused: the key may not be used from there.";
            case "second-address" -> "Came from there while it was in use from another address.";
            case "taken-over" -> "Took the running stream over.";
            default -> kind;
        };
    }

    /** Who may watch, in a word or two. */
    public String visibility(String visibility) {
        return switch (visibility) {
            case "unlisted" -> "Unlisted";
            case "password" -> "By password";
            case "followers" -> "Followers only";
            case "ticket" -> "By ticket";
            case "role" -> "By role";
            default -> "";
        };
    }

    /** What a browser or a program calls itself, in short: "Firefox on Windows". */
    public String device(String userAgent) {
        return DeviceName.of(userAgent);
    }

    /** What a scope allows, to its owner. */
    public String scope(String name) {
        return switch (name) {
            case "channel:read" -> "see your account and channel";
            case "channel:edit" -> "change your channel's title and other details";
            case "channel:broadcast" -> "start and end broadcasts whose video is elsewhere";
            case "chat:write" -> "write in chats as you";
            case "key:read" -> "see and replace your stream key";
            default -> name;
        };
    }

    /** One of twelve hues of the style sheet, always the same for a name. */
    public int tone(String name) {
        return DefaultImage.tone(name);
    }

    public String initial(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT);
    }
}
