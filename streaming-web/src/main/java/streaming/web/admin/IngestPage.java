package streaming.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import streaming.caller.Caller;
import streaming.doctor.Doctor;
import streaming.doctor.NodeReport;
import streaming.shared.Problem;

/** The ingest nodes, and what is wrong with the one that was examined. */
@Named
@RequestScoped
public class IngestPage {

    @Inject
    Doctor doctor;

    @Inject
    Caller caller;

    @Inject
    FacesContext faces;

    private NodeReport report;
    private String node = "";

    public List<String> getNodes() {
        return doctor.nodes();
    }

    public void examine() {
        try {
            report = doctor.examine(caller.get(), node);
            var all = report.healthy() ? node + " is well." : node + " is not well: see below what to do.";
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, all, null));
        } catch (Problem problem) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, problem.getMessage(), null));
        }
    }

    /** Null until one was examined. */
    public NodeReport getReport() {
        return report;
    }

    public String getNode() {
        return node;
    }

    public void setNode(String node) {
        this.node = node;
    }
}
