package streaming.doctor;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import streaming.ingest.IngestConfig;
import streaming.shared.FaultMapper;

/**
 * {@code /api/ingest/doctor}: examines all nodes for the launcher, which shows that it is one by a node's secret; nginx
 * lets no such header in from outside. The keys of the test streams, which are dead by then, go along in a header, so
 * that it can look for them in logs that only it can read.
 */
public class DoctorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient IngestConfig config;

    @Inject
    transient Doctor doctor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var node = request.getHeader("X-Ingest-Node");
        var secret = request.getHeader("X-Ingest-Secret");
        if (node == null || secret == null || !config.isSecretOf(node, secret)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            answer(request, response);
        } catch (RuntimeException fault) {
            FaultMapper.report(fault).sendTo(response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reports = new ArrayList<NodeReport>();
        for (var node : doctor.nodes()) {
            var examination = doctor.examination(node);
            reports.add(doctor.report(node, examination));
            response.addHeader("X-Test-Key", examination.usedKey());
        }
        response.setCharacterEncoding("UTF-8");
        if (Optional.ofNullable(request.getHeader("Accept")).orElse("").startsWith("text/plain")) {
            response.setContentType("text/plain");
            for (var report : reports) {
                response.getWriter().write(report.text());
            }
        } else {
            response.setContentType("application/json");
            response.getWriter().write(Binding.JSON.toJson(reports));
        }
    }

    /** Made when first needed, as it takes its time. */
    private static final class Binding {
        static final Jsonb JSON = JsonbBuilder.create();
    }
}
