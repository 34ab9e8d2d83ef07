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
import streaming.clip.Clips;
import streaming.clip.NoSuchClip;
import streaming.shared.Problem;

/** {@code /clips/ID}: a clip. */
@WebServlet("/clips/*")
public class ClipPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String LOOK_AGAIN = "2"; // seconds

    @Inject
    transient Caller caller;

    @Inject
    transient Clips clips;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(new Form(List.of(), Map.of()), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = new Form(List.of(), Map.of());
        var id = VodPage.id(request);
        if (id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            var clip = clips.get(caller.get(), id.get());
            clips.delete(caller.get(), id.get());
            View.seeOther("/" + clip.channel(), response);
        } catch (NoSuchClip gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var id = VodPage.id(request);
        if (id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            var viewer = caller.find().orElse(null);
            var clip = clips.get(viewer, id.get());
            if (clip.state().equals("cutting")) {
                response.setHeader("Refresh", LOOK_AGAIN);
            }
            request.setAttribute("clip", clip);
            request.setAttribute("mayDelete", clips.mayDelete(viewer, id.get()));
            View.show("clip", form, request, response);
        } catch (NoSuchClip gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
