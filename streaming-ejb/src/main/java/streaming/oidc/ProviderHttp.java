package streaming.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Calls providers: a sign-in waits for it, so it gives up soon, reads no more than a provider has to say, and goes
 * nowhere that a provider sends it to.
 */
final class ProviderHttp implements ResourceRetriever {

    private static final int MOST_BYTES = 512 * 1024;

    private final Duration patience;

    ProviderHttp(Duration patience) {
        this.patience = patience;
    }

    HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout((int) patience.toMillis());
        request.setReadTimeout((int) patience.toMillis());
        request.setFollowRedirects(false);
        if (request.getAccept() == null) {
            request.setAccept("application/json");
        }
        var connection = request.toHttpURLConnection();
        try {
            var response = new HTTPResponse(connection.getResponseCode());
            response.setHeader("Content-Type", connection.getContentType());
            response.setBody(body(connection));
            return response;
        } finally {
            connection.disconnect();
        }
    }

    /** A document that must be there: the keys, or what is to be discovered. */
    @Override
    public Resource retrieveResource(URL address) throws IOException {
        var response = send(new HTTPRequest(HTTPRequest.Method.GET, address));
        if (response.getStatusCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("%s answered %d".formatted(address, response.getStatusCode()));
        }
        return new Resource(response.getBody(), response.getHeaderValue("Content-Type"));
    }

    private static String body(HttpURLConnection connection) throws IOException {
        var failed = connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
        try (InputStream stream = failed ? connection.getErrorStream() : connection.getInputStream()) {
            if (stream == null) {
                return "";
            }
            var bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("%s sent more than %d bytes".formatted(connection.getURL(), MOST_BYTES));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
