package streaming.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import streaming.channel.ChannelFilter;
import streaming.shared.Page;

/** What somebody looks at on a page of channels, as its address says it; the pages before and after it say the same. */
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

    /** Where one turns to from a page of this. */
    Turn turn(Page<?> page) {
        return Turn.of(page, this::at);
    }

    private String at(int number, String after) {
        var others = new LinkedHashMap<>(values);
        others.put("page", number == 0 ? "" : String.valueOf(number));
        others.put("after", after == null ? "" : after);
        return path
                + others.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
    }
}
