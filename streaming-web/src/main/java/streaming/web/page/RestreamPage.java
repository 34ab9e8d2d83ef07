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
import streaming.restream.NewRestream;
import streaming.restream.RestreamConfig;
import streaming.restream.RestreamEdit;
import streaming.restream.Restreams;
import streaming.shared.Parameter;
import streaming.shared.Problem;

/** {@code /settings/restream}: the other servers that one's stream is sent on to, and how that does. */
@WebServlet("/settings/restream")
public class RestreamPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PATH = "/settings/restream";
    private static final String[] FIELDS = {"name", "address", "key"};
    private static final Map<String, String> DONE = Map.of(
            "added", "Added. It is sent there whenever you are live.",
            "on", "It is sent there again.",
            "off", "It is not sent there any more, until you switch it on.",
            "changed", "The new key counts from now on.",
            "removed", "It is not sent there any more.");

    @Inject
    transient Caller caller;

    @Inject
    transient Restreams restreams;

    @Inject
    transient RestreamConfig config;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(new Form(List.of(FIELDS), Map.of()), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, FIELDS);
        try {
            View.seeOther(PATH + "?done=" + change(caller.get(), form, request), response);
        } catch (Problem problem) {
            form.refuse(problem);
            request.setAttribute("refused", request.getParameter("id"));
            show(form, request, response);
        }
    }

    /** What was done, by its name in the next page's address. */
    private String change(SignedIn owner, Form form, HttpServletRequest request) {
        var channel = owner.username();
        var act = String.valueOf(request.getParameter("do"));
        if (act.equals("add")) {
            restreams.add(
                    owner,
                    channel,
                    new NewRestream(form.value("name"), form.value("address"), form.value("key"), true));
            return "added";
        }
        var id = Parameter.id("id", request.getParameter("id"));
        switch (act) {
            case "remove" -> {
                restreams.remove(owner, channel, id);
                return "removed";
            }
            case "key" -> {
                restreams.edit(owner, channel, id, new RestreamEdit(null, null, form.value("key"), null));
                return "changed";
            }
            default -> {
                var on = act.equals("on");
                restreams.edit(owner, channel, id, new RestreamEdit(null, null, null, on));
                return on ? "on" : "off";
            }
        }
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        var all = restreams.list(owner, owner.username());
        request.setAttribute("restreams", all);
        request.setAttribute("full", all.size() >= config.most());
        request.setAttribute("most", config.most());
        View.show("restream", form, request, response);
    }
}
