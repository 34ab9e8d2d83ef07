package streaming.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * nginx-rtmp's callbacks, as they reach the application: through the loopback server, which adds who speaks, or straight
 * with headers of one's own.
 */
final class Callbacks {

    private final Api api;
    private final String prefix;
    private final String[] headers;

    private Callbacks(Api api, String prefix, String... headers) {
        this.api = api;
        this.prefix = prefix;
        this.headers = headers;
    }

    /** Through nginx's loopback server, as nginx-rtmp posts. */
    static Callbacks throughIngest(Platform platform) {
        return new Callbacks(new Api(platform.ingest()), "/");
    }

    /** To the public port, with these headers. */
    static Callbacks toPublic(Platform platform, String... headers) {
        return new Callbacks(new Api(platform.web()), "/api/ingest/", headers);
    }

    /** To the application itself, with these headers. */
    static Callbacks toApplication(Platform platform, String... headers) {
        return new Callbacks(new Api(platform.payara()), "/api/ingest/", headers);
    }

    Answer publish(String key, long clientId) {
        return post("publish", "call=publish&type=live&name=%s&clientid=%d".formatted(encode(key), clientId));
    }

    Answer done(String key, long clientId) {
        return post("publish-done", "call=publish_done&name=%s&clientid=%d".formatted(encode(key), clientId));
    }

    /** Posts any form. */
    Answer post(String call, String form) {
        return api.postForm(prefix + call, "app=app&flashver=&swfurl=&tcurl=&pageurl=&addr=127.0.0.1&" + form, headers);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
