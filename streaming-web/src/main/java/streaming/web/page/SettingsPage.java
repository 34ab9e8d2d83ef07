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
import streaming.shared.Problem;

/** {@code /settings}: what the channel says about itself. */
@WebServlet("/settings")
public class SettingsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> FIELDS = List.of("title", "bio", "language");
    private static final Map<String, String> DONE = Map.of("channel", "Saved. Your channel's page shows it now.");

    @Inject
    transient Caller caller;

    @Inject
    transient Channels channels;

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
        request.setAttribute("languages", Languages.including(form.value("language")));
        View.show("settings", form, request, response);
    }
}
