package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import streaming.caller.Caller;
import streaming.schedule.PlannedStreamInput;
import streaming.schedule.Schedule;
import streaming.shared.Parameter;
import streaming.shared.Problem;

/** {@code /settings/schedule}: the streams that one plans. */
@WebServlet("/settings/schedule")
public class SchedulePage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PATH = "/settings/schedule";
    private static final Map<String, String> DONE =
            Map.of("planned", "Planned. Your channel's page shows it now.", "cancelled", "It is off your schedule.");

    @Inject
    transient Caller caller;

    @Inject
    transient Schedule schedule;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(new Form(List.of("title", "startsAt"), Map.of()), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        var form = Form.of(request, "title", "startsAt");
        try {
            if ("cancel".equals(request.getParameter("do"))) {
                schedule.cancel(owner, owner.username(), Parameter.id("id", request.getParameter("id")));
                View.seeOther(PATH + "?done=cancelled", response);
            } else {
                var startsAt = time(form.value("startsAt"), request.getParameter("minutesWestOfUtc"));
                schedule.plan(owner, owner.username(), new PlannedStreamInput(form.value("title"), startsAt));
                View.seeOther(PATH + "?done=planned", response);
            }
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    /** What the field says, at the place of the browser, which a script told; without one, in UTC. Null for no time. */
    static Instant time(String typed, String minutesWestOfUtc) {
        try {
            var west = minutesWestOfUtc != null && minutesWestOfUtc.matches("-?[0-9]{1,4}")
                    ? Integer.parseInt(minutesWestOfUtc)
                    : 0;
            return LocalDateTime.parse(typed.strip()).plusMinutes(west).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("planned", schedule.of(caller.get().username()));
        View.show("schedule", form, request, response);
    }
}
