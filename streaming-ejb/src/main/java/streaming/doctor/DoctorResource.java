package streaming.doctor;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import streaming.caller.Caller;

/** {@code /api/admin/ingest-nodes}: what is wrong with a node. */
@Path("admin/ingest-nodes")
@Produces(APPLICATION_JSON)
@RequestScoped
public class DoctorResource {

    @Inject
    Doctor doctor;

    @Inject
    Caller caller;

    @POST
    @Path("{node}/examination")
    public NodeReport examine(@PathParam("node") String node) {
        return doctor.examine(caller.get(), node);
    }
}
