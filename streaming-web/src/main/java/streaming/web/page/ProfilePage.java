package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import streaming.account.Profile;
import streaming.account.ProfileEdit;
import streaming.account.Profiles;
import streaming.caller.Caller;
import streaming.image.ImageConfig;
import streaming.image.ImageShape;
import streaming.shared.Problem;

/** {@code /settings/profile}: what somebody tells about themselves, and how they look. */
@WebServlet("/settings/profile")
@MultipartConfig(maxRequestSize = Sent.LONGEST)
public class ProfilePage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> FIELDS = List.of("firstName", "lastName", "phone", "bio", "picture", "cover");
    private static final Map<String, String> DONE = Map.of(
            "profile", "Saved.",
            "image", "Your image is new.",
            "no-image", "Your image is gone.");

    @Inject
    transient Caller caller;

    @Inject
    transient Profiles profiles;

    @Inject
    transient ImageConfig images;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(form(profiles.get(caller.get().id())), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var id = caller.get().id();
        var form = form(profiles.get(id));
        try {
            Sent.open(request);
            var wanted = String.valueOf(request.getParameter("do"));
            if (wanted.equals("profile")) {
                form = Form.of(request, FIELDS.toArray(String[]::new));
            }
            View.seeOther("/settings/profile?done=" + act(wanted, id, form, request), response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private String act(String wanted, long id, Form form, HttpServletRequest request)
            throws ServletException, IOException {
        switch (wanted) {
            case "picture" -> upload(id, ImageShape.PICTURE, request);
            case "cover" -> upload(id, ImageShape.COVER, request);
            case "no-picture" -> profiles.hide(id, ImageShape.PICTURE);
            case "no-cover" -> profiles.hide(id, ImageShape.COVER);
            default -> {
                profiles.edit(
                        id,
                        new ProfileEdit(
                                form.value("firstName"),
                                form.value("lastName"),
                                form.value("phone"),
                                form.value("bio")));
                return "profile";
            }
        }
        return wanted.startsWith("no-") ? "no-image" : "image";
    }

    private void upload(long id, ImageShape shape, HttpServletRequest request) throws ServletException, IOException {
        profiles.show(id, shape, Sent.image(shape.field(), images.maxBytes(), request));
    }

    private static Form form(Profile profile) {
        return new Form(
                FIELDS,
                Map.of(
                        "firstName",
                        profile.firstName(),
                        "lastName",
                        profile.lastName(),
                        "phone",
                        profile.phone() == null ? "" : profile.phone(),
                        "bio",
                        profile.bio()));
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var who = caller.get();
        var profile = profiles.get(who.id());
        request.setAttribute("picture", profile.address(ImageShape.PICTURE, who.username()));
        request.setAttribute("cover", profile.address(ImageShape.COVER, who.username()));
        request.setAttribute("hasPicture", profile.has(ImageShape.PICTURE));
        request.setAttribute("hasCover", profile.has(ImageShape.COVER));
        request.setAttribute("maxImageBytes", images.maxBytes());
        View.show("profile", form, request, response);
    }
}
