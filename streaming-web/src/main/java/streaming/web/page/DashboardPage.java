package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import streaming.caller.Caller;
import streaming.catalog.Categories;
import streaming.channel.Channels;
import streaming.channel.IngestRules;
import streaming.channel.StreamKeys;
import streaming.ingest.IngestConfig;
import streaming.shared.Parameter;
import streaming.shared.Problem;
import streaming.studio.OwnStreamKey;
import streaming.studio.Studio;

/**
 * {@code /settings/channel}: what a streamer looks at while on the air, and the key. Staff see that of others, too, under
 * the channel's name, but never a key.
 */
@WebServlet("/settings/channel/*")
public class DashboardPage extends HttpServlet {

    private static final String PATH = "/settings/channel";
    private static final long serialVersionUID = 1L;
    private static final List<String> FIELDS =
            List.of("title", "category", "tags", "password", "code", "graceSeconds", "dvrSeconds");
    private static final Map<String, String> DONE = Map.of(
            "stream", "Saved. Your viewers see it now.",
            "rules", "Saved. It counts from the next break on.",
            "key",
                    "Your stream key is new. Show it, and put it into your streaming program. What runs goes on with the old one.",
            "key-ended", "Your stream key is new, and the stream with the old one has ended.");

    @Inject
    transient Caller caller;

    @Inject
    transient Channels channels;

    @Inject
    transient Categories categories;

    @Inject
    transient StreamKeys keys;

    @Inject
    transient OwnStreamKey ownKey;

    @Inject
    transient Studio studio;

    @Inject
    transient IngestConfig ingest;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(form(request), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = form(request);
        try {
            act(form, request, response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private void act(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        switch (String.valueOf(request.getParameter("do"))) {
            case "stream" -> {
                channels.edit(owner, owner.username(), StreamFields.edit(form));
                View.seeOther(PATH + "?done=stream", response);
            }
            case "rules" -> {
                var takeOver = request.getParameter("takeOver") != null;
                channels.rule(
                        owner,
                        owner.username(),
                        new IngestRules(seconds("graceSeconds", form), takeOver, seconds("dvrSeconds", form)));
                View.seeOther(PATH + "?done=rules", response);
            }
            case "show-key" -> {
                request.setAttribute("streamKey", ownKey.show(owner, null, form.value("password"), form.value("code")));
                show(form, request, response);
            }
            case "replace-key" -> {
                var endStream = request.getParameter("endStream") != null;
                keys.replace(owner, owner.username(), endStream);
                View.seeOther(PATH + "?done=key" + (endStream ? "-ended" : ""), response);
            }
            default -> View.seeOther(PATH, response);
        }
    }

    private static Integer seconds(String field, Form form) {
        var seconds = Parameter.whole(field, form.value(field), null, 0, 300);
        return seconds == null ? null : seconds.intValue();
    }

    /** What was typed; what was not sent is as it is. */
    private Form form(HttpServletRequest request) {
        var who = caller.get();
        var values = new HashMap<>(StreamFields.values(channels.get(who.username())));
        var rules = channels.rules(who, who.username());
        values.put("graceSeconds", rules.graceSeconds().toString());
        values.put("dvrSeconds", rules.dvrSeconds().toString());
        request.setAttribute("takeOver", rules.takeOver());
        for (var field : FIELDS) {
            Optional.ofNullable(request.getParameter(field)).ifPresent(typed -> values.put(field, typed));
        }
        return new Form(FIELDS, values);
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var who = caller.get();
        var name = Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1))
                .filter(part -> !part.isEmpty())
                .orElse(who.username());
        try {
            request.setAttribute("broadcasts", studio.broadcasts(who, name));
        } catch (Problem refusal) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND); // whether it is there is the channel's page's to say
            return;
        }
        var own = name.equals(who.username());
        request.setAttribute("channel", channels.get(name));
        request.setAttribute("own", own);
        request.setAttribute("categories", categories.list());
        request.setAttribute("takesCodes", own && ownKey.takesCodes(who));
        request.setAttribute("rtmpUrl", "rtmp://" + request.getServerName() + ":" + ingest.rtmpPort() + "/app");
        View.show("dashboard", form, request, response);
    }
}
