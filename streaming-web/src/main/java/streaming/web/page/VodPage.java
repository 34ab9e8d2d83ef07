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
import java.util.Optional;
import java.util.UUID;
import streaming.caller.Caller;
import streaming.clip.Clips;
import streaming.clip.NewClip;
import streaming.clip.NoSuchClip;
import streaming.recording.NoSuchRecording;
import streaming.recording.RecordingJson;
import streaming.recording.Recordings;
import streaming.shared.InvalidInput;
import streaming.shared.Parameter;
import streaming.shared.Problem;

/** {@code /vod/ID}: a recording to watch, and to cut clips of. Its files are beneath; nginx serves them. */
@WebServlet("/vod/*")
public class VodPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String FILES = "/files";
    private static final List<String> FIELDS = List.of("title", "start", "end");

    @Inject
    transient Caller caller;

    @Inject
    transient Recordings recordings;

    @Inject
    transient Clips clips;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (String.valueOf(request.getPathInfo()).endsWith(FILES)) {
            response.setStatus(
                    mayHaveFiles(request) ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var recording = find(request);
        if (recording.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            show(recording.get(), new Form(FIELDS, Map.of()), request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var recording = find(request);
        if (recording.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var form = Form.of(request, "title", "start", "end");
        try {
            if ("delete".equals(request.getParameter("do"))) {
                var who = caller.get();
                recordings.delete(who, recording.get().id());
                var own = who.username().equals(recording.get().channel());
                View.seeOther(own ? "/settings/recordings?done=deleted" : "/admin/recordings", response);
                return;
            }
            var clip = clips.mark(caller.get(), recording.get().id(), marked(form));
            View.seeOther(clip.page(), response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(recording.get(), form, request, response);
        }
    }

    /** What nginx asks before it gives a file of a recording or clip. */
    private boolean mayHaveFiles(HttpServletRequest request) {
        var path = request.getPathInfo();
        return id(path.substring(0, path.length() - FILES.length()))
                .filter(id -> find(id).isPresent() || hasClip(id))
                .isPresent();
    }

    private boolean hasClip(UUID id) {
        try {
            clips.get(caller.find().orElse(null), id);
            return true;
        } catch (NoSuchClip gone) {
            return false;
        }
    }

    private Optional<RecordingJson> find(HttpServletRequest request) {
        return id(request).flatMap(this::find);
    }

    private Optional<RecordingJson> find(UUID id) {
        try {
            return Optional.of(recordings.get(caller.find().orElse(null), id));
        } catch (NoSuchRecording gone) {
            return Optional.empty();
        }
    }

    /** The id that the path ends with. */
    static Optional<UUID> id(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).flatMap(VodPage::id);
    }

    private static Optional<UUID> id(String path) {
        try {
            return Optional.of(Parameter.id("id", path.substring(1)));
        } catch (InvalidInput e) {
            return Optional.empty();
        }
    }

    private static NewClip marked(Form form) {
        return new NewClip(form.value("title"), seconds(form, "start"), seconds(form, "end"));
    }

    private static Double seconds(Form form, String field) {
        try {
            return Double.valueOf(form.value(field).strip());
        } catch (NumberFormatException e) {
            return null; // refused beside the field
        }
    }

    private void show(RecordingJson recording, Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("recording", recording);
        View.show("vod", form, request, response);
    }
}
