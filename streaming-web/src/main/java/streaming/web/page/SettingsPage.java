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
import streaming.channel.ChannelEdit;
import streaming.channel.Channels;
import streaming.channel.StreamKeys;
import streaming.ingest.IngestConfig;
import streaming.shared.Problem;

/** {@code /settings}: where to publish to, the key, and what the channel says about itself. */
@WebServlet("/settings")
public class SettingsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> FIELDS = List.of("title", "bio", "language");
    private static final Map<String, String> DONE = Map.of(
            "channel", "Saved. Your channel's page shows it now.",
            "key", "Your stream key is new. Put it into your streaming program.");

    @Inject
    transient Caller caller;

    @Inject
    transient Channels channels;

    @Inject
    transient StreamKeys streamKeys;

    @Inject
    transient IngestConfig ingest;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var channel = channels.get(caller.get().username());
        var values = Map.of("title", channel.title(), "bio", channel.bio(), "language", channel.language());
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(new Form(FIELDS, values), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        if ("replace-key".equals(request.getParameter("do"))) {
            streamKeys.replace(owner, owner.username());
            View.seeOther("/settings?done=key", response);
            return;
        }
        var form = Form.of(request, FIELDS.toArray(String[]::new));
        try {
            var edit = new ChannelEdit(form.value("title"), form.value("bio"), form.value("language"));
            channels.edit(owner, owner.username(), edit);
            View.seeOther("/settings?done=channel", response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        request.setAttribute("rtmpUrl", "rtmp://" + request.getServerName() + ":" + ingest.rtmpPort() + "/app");
        request.setAttribute("streamKey", streamKeys.show(owner, owner.username()));
        request.setAttribute("languages", Languages.including(form.value("language")));
        View.show("settings", form, request, response);
    }
}
