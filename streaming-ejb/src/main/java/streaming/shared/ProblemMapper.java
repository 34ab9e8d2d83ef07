package streaming.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A refusal leaves as problem details. */
@Provider
public class ProblemMapper implements ExceptionMapper<Problem> {

    @Override
    public Response toResponse(Problem problem) {
        var response = response(ProblemJson.of(problem));
        if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    static Response.ResponseBuilder response(ProblemJson json) {
        return Response.status(json.status())
                .type(ProblemJson.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, json.retryAfter()) // null sets none
                .entity(json);
    }
}
