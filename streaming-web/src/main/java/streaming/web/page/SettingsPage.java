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
import java.util.stream.Collectors;
import streaming.caller.Caller;
import streaming.caller.SignedIn;
import streaming.catalog.Categories;
import streaming.channel.ChannelEdit;
import streaming.channel.ChannelJson;
import streaming.channel.Channels;
import streaming.channel.SocialLink;
import streaming.shared.Parameter;
import streaming.shared.Problem;

/** {@code /settings}: what the channel says about itself. */
@WebServlet("/settings")
public class SettingsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> FIELDS =
            List.of("title", "category", "tags", "bio", "language", "socialLinks", "version");
    private static final Map<String, String> DONE = Map.of(
            "stream", "Saved. Your viewers see it now.",
            "channel", "Saved. Your channel's page shows it now.");

    @Inject
    transient Caller caller;

    @Inject
    transient Channels channels;

    @Inject
    transient Categories categories;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var values = values(channels.get(caller.get().username()));
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(new Form(FIELDS, values), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        var form = new Form(FIELDS, sent(owner, request));
        try {
            var stream = "stream".equals(request.getParameter("do"));
            channels.edit(owner, owner.username(), stream ? StreamFields.edit(form) : channel(form), version(form));
            View.seeOther("/settings?done=" + (stream ? "stream" : "channel"), response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private static Map<String, String> values(ChannelJson channel) {
        var values = new HashMap<>(StreamFields.values(channel));
        values.put("bio", channel.bio());
        values.put("language", channel.language());
        values.put(
                "socialLinks",
                channel.socialLinks().stream().map(SocialLink::url).collect(Collectors.joining("\n")));
        values.put("version", String.valueOf(channel.version()));
        return values;
    }

    /** What was typed; the page has two forms, and shows the other one as it is. */
    private Map<String, String> sent(SignedIn owner, HttpServletRequest request) {
        var values = values(channels.get(owner.username()));
        for (var field : FIELDS) {
            Optional.ofNullable(request.getParameter(field)).ifPresent(typed -> values.put(field, typed));
        }
        return values;
    }

    private static ChannelEdit channel(Form form) {
        var links = form.value("socialLinks")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(url -> new SocialLink(null, url))
                .toList();
        return new ChannelEdit(null, form.value("bio"), form.value("language"), null, null, links);
    }

    /** What the form was filled from; a client that sends none means any. */
    private static Long version(Form form) {
        return form.value("version").isBlank()
                ? null
                : Parameter.whole("version", form.value("version"), 0L, 0, Long.MAX_VALUE);
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("languages", Languages.including(form.value("language")));
        request.setAttribute("categories", categories.list());
        View.show("settings", form, request, response);
    }
}
