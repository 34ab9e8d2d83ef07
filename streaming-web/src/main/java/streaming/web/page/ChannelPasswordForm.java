package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.access.PasswordRequired;
import streaming.access.Viewer;
import streaming.admission.ChannelPasswords;
import streaming.audience.ViewerIds;
import streaming.caller.Caller;
import streaming.channel.Channels;
import streaming.channel.NoSuchChannel;
import streaming.shared.InvalidInput;
import streaming.shared.Problem;

/** {@code /login/channel}: takes the password of a channel's page; then that page again. */
@WebServlet("/login/channel")
public class ChannelPasswordForm extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Caller caller;

    @Inject
    transient ViewerIds viewerIds;

    @Inject
    transient ChannelPasswords passwords;

    @Inject
    transient Channels channels;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var channel = String.valueOf(request.getParameter("channel"));
        var form = Form.of(request, "password");
        try {
            var viewer = new Viewer(caller.find().orElse(null), viewerIds.get(request, response));
            passwords.give(viewer, channel, form.value("password"), caller.device());
            View.seeOther("/" + channel, response);
        } catch (NoSuchChannel unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Problem problem) {
            form.refuse(
                    problem.retryAfter().isPresent() ? problem : new InvalidInput("password", problem.getMessage()));
            LockedPage.prepare(channels.get(channel), new PasswordRequired(channel), request);
            View.show("locked", form, request, response);
        }
    }
}
