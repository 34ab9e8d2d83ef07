package streaming.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The limits as the operator set them, such as {@code streaming.limit.sign-in=120/1m}; {@code off} lifts one. */
@ApplicationScoped
public class LimitConfig {

    @Inject
    Config config;

    /** Asked each time: an operator under attack does not want to deploy. */
    Optional<Rate> find(Limit limit) {
        var setting = config.getOptionalValue("streaming.limit." + limit.code(), String.class);
        return Optional.of(setting.orElse(limit.usually()))
                .filter(text -> !text.strip().equals("off"))
                .map(Rate::of);
    }
}
