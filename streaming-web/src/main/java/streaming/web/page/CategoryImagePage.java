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
import streaming.catalog.CategoryImages;
import streaming.image.ImageConfig;
import streaming.shared.Problem;
import streaming.shared.ProblemJson;

/** {@code /admin/category-image/SLUG}: how a category looks. */
@WebServlet("/admin/category-image/*")
@MultipartConfig(maxRequestSize = Sent.LONGEST)
public class CategoryImagePage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> FIELDS = List.of(CategoryImages.FIELD);
    private static final Map<String, String> DONE =
            Map.of("image", "Lists of categories show it now.", "no-image", "The image is gone.");

    @Inject
    transient Caller caller;

    @Inject
    transient CategoryImages images;

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
            var slug = slug(request);
            images.check(caller.get(), slug);
            View.seeOther("/admin/category-image/%s?done=%s".formatted(slug, act(slug, request)), response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private String act(String slug, HttpServletRequest request) throws ServletException, IOException {
        if ("no-image".equals(request.getParameter("do"))) {
            images.hide(caller.get(), slug);
            return "no-image";
        }
        images.show(caller.get(), slug, Sent.image(CategoryImages.FIELD, config.maxBytes(), request));
        return "image";
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            request.setAttribute("category", images.check(caller.get(), slug(request)));
        } catch (Problem refusal) {
            response.sendError(ProblemJson.of(refusal).status());
            return;
        }
        request.setAttribute("maxImageBytes", config.maxBytes());
        View.show("category-image", form, request, response);
    }

    private static String slug(HttpServletRequest request) {
        return String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
    }
}
