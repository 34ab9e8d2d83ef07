package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import streaming.caller.Caller;
import streaming.channel.StreamKeyInput;
import streaming.channel.StreamKeys;
import streaming.ingest.Incidents;
import streaming.ingest.IngestConfig;
import streaming.shared.InvalidInput;
import streaming.shared.Parameter;
import streaming.shared.Problem;
import streaming.studio.OwnStreamKey;

/** {@code /settings/keys}: the stream keys of one's channel, each after what uses it, and what became of them. */
@WebServlet("/settings/keys")
public class StreamKeysPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PATH = "/settings/keys";
    private static final List<String> FIELDS = List.of("name", "expiresAt", "networks", "password", "code");
    private static final Map<String, String> DONE = Map.of(
            "made", "Your new key is there. Show it, and put it into what will use it.",
            "changed", "Saved. It counts for whoever comes from now on.",
            "replaced", "The key is new. Show it, and put it into what uses it. What runs goes on with the old one.",
            "replaced-ended", "The key is new, and the stream that ran with the old one has ended.",
            "revoked", "Revoked. It lets nobody in any more.");

    @Inject
    transient Caller caller;

    @Inject
    transient StreamKeys keys;

    @Inject
    transient OwnStreamKey ownKey;

    @Inject
    transient Incidents incidents;

    @Inject
    transient IngestConfig ingest;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(new Form(FIELDS, Map.of()), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, FIELDS.toArray(String[]::new));
        var deed = String.valueOf(request.getParameter("do"));
        try {
            act(deed, form, request, response);
        } catch (Problem problem) {
            form.refuse(problem);
            request.setAttribute("refused", deed);
            show(form, request, response);
        }
    }

    private void act(String deed, Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        var channel = owner.username();
        var endStream = request.getParameter("endStream") != null;
        switch (deed) {
            case "make" -> {
                keys.make(owner, channel, input(form));
                View.seeOther(PATH + "?done=made", response);
            }
            case "show" -> {
                var id = id(request);
                request.setAttribute("streamKey", ownKey.show(owner, id, form.value("password"), form.value("code")));
                request.setAttribute("streamKeyOf", id);
                show(new Form(FIELDS, Map.of()), request, response);
            }
            case "change" -> {
                keys.change(owner, channel, id(request), input(form));
                View.seeOther(PATH + "?done=changed", response);
            }
            case "replace" -> {
                keys.replace(owner, channel, id(request), endStream);
                View.seeOther(PATH + "?done=replaced" + (endStream ? "-ended" : ""), response);
            }
            case "revoke" -> {
                keys.revoke(owner, channel, id(request), endStream);
                View.seeOther(PATH + "?done=revoked", response);
            }
            default -> View.seeOther(PATH, response);
        }
    }

    private static UUID id(HttpServletRequest request) {
        return Parameter.id("id", request.getParameter("id"));
    }

    private static StreamKeyInput input(Form form) {
        var networks = form.value("networks")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new StreamKeyInput(form.value("name"), end(form.value("expiresAt")), networks);
    }

    /** The end of the day that was typed, in UTC; null for none. */
    static Instant end(String day) {
        if (day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day.strip())
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput("expiresAt", "Give a day, such as 2027-01-31.");
        }
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var who = caller.get();
        request.setAttribute("keys", keys.list(who, who.username()));
        request.setAttribute("incidents", incidents.list(who, who.username()));
        request.setAttribute("takesCodes", ownKey.takesCodes(who));
        request.setAttribute("changedId", String.valueOf(request.getParameter("id")));
        request.setAttribute("rtmpUrls", ingest.rtmpUrls(request.getServerName()));
        View.show("keys", form, request, response);
    }
}
