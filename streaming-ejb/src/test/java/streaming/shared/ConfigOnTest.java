package streaming.shared;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings of a few names; all others have their defaults. */
public final class ConfigOnTest implements Config {

    private record Source(Map<String, ?> values) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return Map.copyOf(values).keySet();
        }

        @Override
        public String getValue(String name) {
            return values.containsKey(name) ? values.get(name).toString() : null;
        }

        @Override
        public String getName() {
            return "test";
        }
    }

    private final Map<String, ?> values;

    private ConfigOnTest(Map<String, ?> values) {
        this.values = values;
    }

    public static Config of(Map<String, ?> values) {
        return new ConfigOnTest(values);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return Map.copyOf(values).keySet();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new UnsupportedOperationException("Ask for the value itself");
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of(new Source(values));
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException("This is no " + type);
    }
}
