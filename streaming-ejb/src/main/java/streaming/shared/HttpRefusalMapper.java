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
        var response = ProblemMapper.response(ProblemJson.ofStatus(original.getStatus()));
        if (original.getHeaders().containsKey("Allow")) {
            response.header("Allow", original.getHeaderString("Allow"));
        }
        return response.build();
    }
}
