package streaming.shared;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A fault of ours: the client gets an id and nothing else, the log has the id and the cause. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FaultMapper.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        var refusal = refusalIn(fault);
        if (refusal.isPresent()) {
            return ProblemMapper.response(ProblemJson.of(refusal.get())).build();
        }
        if (isUnreadableBody(fault)) {
            return ProblemMapper.response(ProblemJson.of(
                            "malformed", 400, "The body is not the JSON that this address takes; see /openapi."))
                    .build();
        }
        return ProblemMapper.response(report(fault)).build();
    }

    /** Logs the fault with its cause; gives what the client may know of it. */
    public static ProblemJson report(Throwable fault) {
        var id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Fault " + id, fault);
        return ProblemJson.of("fault", 500, "Something went wrong on our side. Tell an admin the id " + id + ".");
    }

    /** What refused the body while it was read, in the wrappings of whoever read it. */
    private static Optional<Problem> refusalIn(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst();
    }

    // Jersey wraps what JSON-B says of a body in ProcessingException; which layer it names differs by the defect.
    private static boolean isUnreadableBody(Throwable fault) {
        return fault instanceof JsonbException
                || fault instanceof JsonException
                || (fault instanceof ProcessingException
                        && fault.getCause() != null
                        && isUnreadableBody(fault.getCause()));
    }
}
