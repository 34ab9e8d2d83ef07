package streaming.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import streaming.channel.ChannelFilter;

/** What somebody looks at on a page of channels, as its address says it; other pages differ from it by one parameter. */
public class BrowseAddress {

    private static final List<String> PARAMETERS =
            List.of("q", "live", "category", "tag", "language", "sort", "page", "after");

    private final String path;
    private final Map<String, String> values = new LinkedHashMap<>();

    BrowseAddress(String path, UnaryOperator<String> parameter) {
        this.path = path;
        for (var name : PARAMETERS) {
            var value = parameter.apply(name);
            if (value != null && !value.isBlank()) {
                values.put(name, value.strip());
            }
        }
    }

    ChannelFilter filter(String size) {
        return ChannelFilter.of(
                values.get("live"),
                values.get("category"),
                values.get("tag"),
                values.get("language"),
                values.get("q"),
                values.get("sort"),
                values.get("page"),
                size,
                values.get("after"));
    }

    public String getPath() {
        return path;
    }

    /** Empty where the address does not say it. */
    public String value(String parameter) {
        return values.getOrDefault(parameter, "");
    }

    /** Whether it leaves out nothing. */
    public boolean isUnfiltered() {
        return List.of("live", "category", "tag", "language").stream().noneMatch(values::containsKey);
    }

    /** The same with one parameter other, from the first page on; empty leaves it out. */
    public String with(String parameter, String value) {
        var others = new LinkedHashMap<>(values);
        others.keySet().removeAll(List.of("page", "after"));
        others.put(parameter, value);
        return path
                + others.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
