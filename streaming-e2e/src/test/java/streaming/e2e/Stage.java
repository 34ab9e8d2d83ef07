package streaming.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the product and the browser once for all test classes, hands them to the tests, and shows what the parts said
 * when one fails.
 */
final class Stage implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Stage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == Platform.class || type == Cast.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Platform.class ? platform(test) : cast(test);
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        var cast = test.getStore(NAMESPACE).get(Cast.class, Cast.class);
        if (test.getExecutionException().isPresent()) {
            platform(test).printLogs();
            if (cast != null) {
                cast.photograph(
                        Path.of(System.getProperty("streaming.data")).resolveSibling("screenshots"),
                        test.getRequiredTestMethod().getName());
            }
        }
        if (cast != null) {
            cast.leave();
        }
        platform(test).upIfDown();
    }

    // JUnit closes what is in the root's store after the last test.
    private static Platform platform(ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Platform.class, key -> Platform.start(), Platform.class);
    }

    private static Cast cast(ExtensionContext test) {
        var chromium = test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Cast.class, key -> new Cast(platform(test), chromium), Cast.class);
    }
}
