package streaming.channel;

import jakarta.persistence.Embeddable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import streaming.shared.InvalidInput;

/** Where else a streamer is. The kind says whose site it is, and is {@code website} for any that we do not know. */
@Embeddable
public record SocialLink(String kind, String url) {

    static final int MOST = 10;
    static final int LONGEST = 200;

    private static final String FIELD = "socialLinks";
    private static final String WEBSITE = "website";
    private static final Map<String, List<String>> HOSTS = Map.ofEntries(
            Map.entry("bluesky", List.of("bsky.app")),
            Map.entry("discord", List.of("discord.gg", "discord.com")),
            Map.entry("facebook", List.of("facebook.com", "fb.com")),
            Map.entry("github", List.of("github.com")),
            Map.entry("instagram", List.of("instagram.com")),
            Map.entry("linkedin", List.of("linkedin.com")),
            Map.entry("patreon", List.of("patreon.com")),
            Map.entry("reddit", List.of("reddit.com")),
            Map.entry("telegram", List.of("t.me", "telegram.me")),
            Map.entry("tiktok", List.of("tiktok.com")),
            Map.entry("twitch", List.of("twitch.tv")),
            Map.entry("vk", List.of("vk.com")),
            Map.entry("x", List.of("x.com", "twitter.com")),
            Map.entry("youtube", List.of("youtube.com", "youtu.be")));

    /** The links as they are kept; refuses what is none, and a kind that the address is not of. */
    static List<SocialLink> checked(List<SocialLink> given) {
        if (given.size() > MOST) {
            throw new InvalidInput(FIELD, "Use at most %d links.".formatted(MOST));
        }
        return given.stream().map(SocialLink::checked).distinct().toList();
    }

    private static SocialLink checked(SocialLink given) {
        var url = given == null || given.url() == null ? "" : given.url().strip();
        if (url.length() > LONGEST) {
            throw new InvalidInput(FIELD, "Use at most %d characters in a link.".formatted(LONGEST));
        }
        var kind = kindOf(host(url));
        if (given.kind() != null && !given.kind().equals(kind) && !given.kind().equals(WEBSITE)) {
            throw new InvalidInput(FIELD, "%s is no address of the kind that it is said to be.".formatted(url));
        }
        return new SocialLink(kind, url);
    }

    private static String host(String url) {
        try {
            var uri = new URI(url);
            var host = uri.getHost();
            if ("https".equalsIgnoreCase(uri.getScheme())
                    && host != null
                    && host.contains(".")
                    && uri.getRawUserInfo() == null
                    && url.startsWith("https://")) {
                return host.toLowerCase(Locale.ROOT);
            }
        } catch (URISyntaxException e) {
            // refused below
        }
        throw new InvalidInput(FIELD, "Give whole addresses that begin with https://.");
    }

    private static String kindOf(String host) {
        return HOSTS.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known)))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(WEBSITE);
    }
}
