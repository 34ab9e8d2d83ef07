package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import streaming.image.DefaultImage;
import streaming.image.ImageFiles;
import streaming.image.ImageStoreFailed;
import streaming.shared.ProblemJson;

/**
 * {@code /images}: what people uploaded, under names that are used once, so that browsers keep it for good; and for
 * whom or what has none, a drawing made of the name. nginx serves by itself what is in the folder.
 */
@WebServlet("/images/*")
public class ImagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern DEFAULT =
            Pattern.compile("/(picture|cover|avatar|thumbnail|category)/([a-z0-9_-]{1,50})\\.svg");

    @Inject
    transient ImageFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = String.valueOf(request.getPathInfo());
        var drawn = DEFAULT.matcher(path);
        if (drawn.matches()) {
            draw(drawn.group(1), drawn.group(2), response);
            return;
        }
        Optional<InputStream> file;
        try {
            file = files.find(path.substring(1));
        } catch (ImageStoreFailed failed) { // a page shows its own words for an image that does not come
            ProblemJson.of(failed).sendTo(response);
            return;
        }
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(ImageFiles.mediaType(path));
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        try (var bytes = file.get()) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    private static void draw(String field, String name, HttpServletResponse response) throws IOException {
        response.setContentType("image/svg+xml;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=86400");
        response.getOutputStream().write(DefaultImage.of(field, name).getBytes(StandardCharsets.UTF_8));
    }
}
