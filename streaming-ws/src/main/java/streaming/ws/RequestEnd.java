package streaming.ws;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * When the server lets go of a request that became a WebSocket. Tyrus is not told of a client that breaks off while its
 * session opens: the session stays open for good, and writes into whatever request the server gives the same buffers to
 * next. Grizzly tells its listeners always, before it does so; they are reached by reflection, for no interface of
 * Jakarta Servlet says it.
 */
final class RequestEnd {

    private static final Logger LOG = System.getLogger(RequestEnd.class.getName());
    private static final String REQUEST = "org.apache.catalina.connector.Request";
    private static final String LISTENER = "org.glassfish.grizzly.http.server.AfterServiceListener";

    private RequestEnd() {}

    /** Completes on the thread that lets go of the request; never on a server that is not Payara. */
    static CompletableFuture<Void> of(ServletRequest request) {
        var end = new CompletableFuture<Void>();
        try {
            var catalina = call(unwrap(request), "getUnwrappedCoyoteRequest");
            var grizzly = call(catalina, "getCoyoteRequest");
            var type = Class.forName(LISTENER, false, grizzly.getClass().getClassLoader());
            grizzly.getClass()
                    .getMethod("addAfterServiceListener", type)
                    .invoke(
                            grizzly,
                            Proxy.newProxyInstance(
                                    type.getClassLoader(), new Class<?>[] {type}, ending(catalina, end)));
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "Clients that break off are noticed late: this server does not tell", e);
        }
        return end;
    }

    private static InvocationHandler ending(Object catalina, CompletableFuture<Void> end) {
        return (listener, method, arguments) -> switch (method.getName()) {
            case "equals" -> listener == arguments[0];
            case "hashCode" -> System.identityHashCode(listener);
            case "toString" -> RequestEnd.class.getName();
            default -> {
                end.complete(null);
                empty(catalina);
                yield null;
            }
        };
    }

    /** The server pools its requests, and with them what they once were: our classes, after a redeployment, too. */
    private static void empty(Object catalina) throws ReflectiveOperationException {
        Class<?> type = catalina.getClass();
        while (!type.getName().equals(REQUEST)) {
            type = type.getSuperclass();
        }
        for (var name : List.of("httpUpgradeHandler", "webConnection")) {
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            field.set(catalina, null);
        }
    }

    private static ServletRequest unwrap(ServletRequest request) {
        return request instanceof ServletRequestWrapper wrapper ? unwrap(wrapper.getRequest()) : request;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
