package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import streaming.image.ImageFiles;

/**
 * {@code /images}: what people uploaded, under names that are used once, so that browsers keep it for good; and for
 * whoever uploaded nothing, a drawing made of their name.
 */
@WebServlet("/images/*")
public class ImagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern DEFAULT = Pattern.compile("/(picture|cover)/([a-z0-9_]{3,25})\\.svg");

    @Inject
    transient ImageFiles files;

    @Inject
    transient Wording wording;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = String.valueOf(request.getPathInfo());
        var drawn = DEFAULT.matcher(path);
        if (drawn.matches()) {
            draw(drawn.group(1).equals("cover"), drawn.group(2), response);
            return;
        }
        var file = files.find(path.substring(1));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(path.endsWith(".png") ? "image/png" : "image/jpeg");
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentLengthLong(Files.size(file.get()));
        Files.copy(file.get(), response.getOutputStream());
    }

    private void draw(boolean cover, String name, HttpServletResponse response) throws IOException {
        var hue = Wording.hue(wording.tone(name));
        var svg = cover ? DefaultImage.cover(hue) : DefaultImage.picture(hue, wording.initial(name));
        response.setContentType("image/svg+xml;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=86400");
        response.getOutputStream().write(svg.getBytes(StandardCharsets.UTF_8));
    }
}
