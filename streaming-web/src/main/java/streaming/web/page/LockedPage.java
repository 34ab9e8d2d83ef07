package streaming.web.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import streaming.channel.ChannelJson;
import streaming.shared.Problem;
import streaming.shared.ProblemJson;

/** A channel's page for who may not watch: whose it is, and what it takes. */
final class LockedPage {

    private LockedPage() {}

    static void show(ChannelJson channel, Problem refusal, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(ProblemJson.of(refusal).status());
        prepare(channel, refusal, request);
        request.setAttribute("form", new Form(List.of("password"), Map.of()));
        View.show("locked", request, response);
    }

    static void prepare(ChannelJson channel, Problem refusal, HttpServletRequest request) {
        request.setAttribute("channel", channel.veiled());
        request.setAttribute("needs", refusal.code());
        request.setAttribute("lead", lead(refusal, channel));
    }

    private static String lead(Problem refusal, ChannelJson channel) {
        return switch (refusal.code()) {
            case "sign-in-required" ->
                switch (channel.visibility()) {
                    case "followers" -> "Only followers may watch. Sign in to follow.";
                    case "ticket" -> "Only who has a ticket may watch. Sign in if you have one.";
                    default -> "Only who is signed in may watch.";
                };
            case "password-required" -> "Who knows the password may watch.";
            case "follow-required" -> "Only followers may watch. Follow the channel, and you are one.";
            default -> refusal.getMessage();
        };
    }
}
