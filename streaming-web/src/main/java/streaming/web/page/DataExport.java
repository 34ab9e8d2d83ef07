package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.caller.Caller;
import streaming.privacy.PersonalData;

/** {@code /settings/data/export}: one's own data as a zip, written as it is read. */
@WebServlet("/settings/data/export")
public class DataExport extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Caller caller;

    @Inject
    transient PersonalData data;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var who = caller.get();
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"streaming-" + who.username() + ".zip\"");
        data.write(who, response.getOutputStream());
    }
}
