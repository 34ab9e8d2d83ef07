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
import streaming.caller.Caller;
import streaming.channel.ChannelImage;
import streaming.channel.ChannelImages;
import streaming.channel.Channels;
import streaming.image.ImageConfig;
import streaming.shared.Problem;

/** {@code /settings/images}: how one's channel looks. */
@WebServlet("/settings/images")
@MultipartConfig(maxRequestSize = Sent.LONGEST)
public class ChannelImagesPage extends HttpServlet {

    private static final String PATH = "/settings/images";
    private static final String REMOVE = "no-";
    private static final long serialVersionUID = 1L;
    private static final List<String> FIELDS = List.of("avatar", "cover", "thumbnail");
    private static final Map<String, String> DONE =
            Map.of("image", "Your channel shows it now.", "no-image", "Your image is gone.");

    @Inject
    transient Caller caller;

    @Inject
    transient Channels channels;

    @Inject
    transient ChannelImages images;

    @Inject
    transient ImageConfig config;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(new Form(FIELDS, Map.of()), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = new Form(FIELDS, Map.of());
        try {
            Sent.open(request);
            View.seeOther(PATH + "?done=" + act(String.valueOf(request.getParameter("do")), request), response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private String act(String wanted, HttpServletRequest request) throws ServletException, IOException {
        var owner = caller.get();
        var remove = wanted.startsWith(REMOVE);
        var image = ChannelImage.find(remove ? wanted.substring(REMOVE.length()) : wanted);
        if (image.isEmpty()) {
            return "";
        }
        if (remove) {
            images.hide(owner, owner.username(), image.get());
            return "no-image";
        }
        var file = Sent.image(image.get().field(), config.maxBytes(), request);
        images.show(owner, owner.username(), image.get(), file);
        return "image";
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("images", channels.get(caller.get().username()).images());
        request.setAttribute("maxImageBytes", config.maxBytes());
        View.show("channel-images", form, request, response);
    }
}
