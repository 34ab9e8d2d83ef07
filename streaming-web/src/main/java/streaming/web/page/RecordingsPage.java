package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import streaming.caller.Caller;
import streaming.caller.SignedIn;
import streaming.recording.RecordingConfig;
import streaming.recording.RecordingEdit;
import streaming.recording.RecordingRules;
import streaming.recording.Recordings;
import streaming.shared.InvalidInput;
import streaming.shared.Parameter;
import streaming.shared.Problem;

/** {@code /settings/recordings}: whether one's broadcasts are recorded, and what has become of them. */
@WebServlet("/settings/recordings")
public class RecordingsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PATH = "/settings/recordings";
    private static final int SIZE = 50;
    private static final Map<String, String> DONE = Map.of(
            "saved", "Saved.",
            "renamed", "Renamed.",
            "kept", "It is kept until you let it go.",
            "released", "It may go when its time is over.",
            "deleted", "Deleted. Its files are gone in a moment.",
            "retried", "It is tried once more.");

    @Inject
    transient Caller caller;

    @Inject
    transient Recordings recordings;

    @Inject
    transient RecordingConfig config;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        var rules = recordings.rules(owner, owner.username());
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(new Form(List.of("days"), values(rules)), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        var form = Form.of(request, "days", "records");
        try {
            View.seeOther(PATH + "?done=" + act(owner, form, request), response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private String act(SignedIn owner, Form form, HttpServletRequest request) {
        var wanted = String.valueOf(request.getParameter("do"));
        if (wanted.equals("rules")) {
            recordings.rule(
                    owner,
                    owner.username(),
                    new RecordingRules(!form.value("records").isEmpty(), days(form)));
            return "saved";
        }
        var id = Parameter.id("id", request.getParameter("id"));
        switch (wanted) {
            case "rename" -> recordings.edit(owner, id, new RecordingEdit(request.getParameter("title"), null));
            case "keep" -> recordings.edit(owner, id, new RecordingEdit(null, true));
            case "release" -> recordings.edit(owner, id, new RecordingEdit(null, false));
            case "retry" -> recordings.retry(owner, id);
            case "delete" -> recordings.delete(owner, id);
            default -> throw new InvalidInput("do", "Choose what to do.");
        }
        return switch (wanted) {
            case "keep" -> "kept";
            case "release" -> "released";
            case "retry" -> "retried";
            case "delete" -> "deleted";
            default -> "renamed";
        };
    }

    private static Integer days(Form form) {
        var typed = form.value("days").strip();
        return typed.isEmpty()
                ? null
                : Parameter.whole("days", typed, 0L, 1, 3650).intValue();
    }

    private Map<String, String> values(RecordingRules rules) {
        return Map.of(
                "days", rules.days() == null ? "" : rules.days().toString(),
                "records", recordings.records(rules) ? "on" : "");
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        var page = recordings.of(owner, owner.username(), PageNumber.of(request).index(), SIZE);
        request.setAttribute("recordings", page.items());
        request.setAttribute("turn", PageNumber.turn(PATH, page));
        request.setAttribute("usage", recordings.usage(owner.username()));
        request.setAttribute("siteDays", config.days());
        View.show("recordings", form, request, response);
    }
}
