package streaming.shared;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS itself refuses (no such route, method, media type), in the form of every other refusal. */
@Provider
public class HttpRefusalMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refusal) {
        var original = refusal.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        var response = ProblemMapper.response(json(original.getStatus()));
        if (original.getHeaders().containsKey("Allow")) {
            response.header("Allow", original.getHeaderString("Allow"));
        }
        return response.build();
    }

    private static ProblemJson json(int status) {
        return switch (status) {
            case 400 -> ProblemJson.of("malformed", 400, "The request cannot be read: check its body and parameters.");
            case 404 -> ProblemJson.of("no-such-address", 404, "There is nothing at this address; see /openapi.");
            case 405 -> ProblemJson.of("no-such-method", 405, "This address has no such method; see Allow.");
            case 406 -> ProblemJson.of("not-acceptable", 406, "This address answers with application/json.");
            case 413 -> ProblemJson.of("too-large", 413, "The body is too large for this address.");
            case 415 -> ProblemJson.of("unsupported-media", 415, "Send the body as application/json.");
            default -> ProblemJson.of(status < 500 ? "refused" : "fault", status, "The request was refused.");
        };
    }
}
