package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import streaming.access.Playback;
import streaming.access.Viewer;
import streaming.access.Viewers;
import streaming.audience.ViewerIds;
import streaming.caller.Caller;
import streaming.channel.ChannelJson;
import streaming.channel.Channels;
import streaming.clip.Clips;
import streaming.external.PlaylistAddress;
import streaming.gate.Client;
import streaming.recording.RecordingJson;
import streaming.recording.Recordings;
import streaming.schedule.Schedule;
import streaming.shared.Problem;

/**
 * Leads {@code /{name}} to the channel's page. It looks only at paths that no servlet claims, so a new page or
 * interface needs no entry here.
 */
public class ChannelPath extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final int SHOWN = 12;
    private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9_]{3,25})/?");

    @Inject
    transient Channels channels;

    @Inject
    transient Schedule schedule;

    @Inject
    transient Caller caller;

    @Inject
    transient Recordings recordings;

    @Inject
    transient Clips clips;

    @Inject
    transient Playback playback;

    @Inject
    transient Viewers viewers;

    @Inject
    transient ViewerIds viewerIds;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var name = nameIn(path);
        var unclaimed = request.getHttpServletMapping().getMappingMatch() == MappingMatch.DEFAULT;
        if (name.isEmpty() || !unclaimed || !LOOKING.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        var channel = channels.find(name.get());
        if (channel.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!path.equals("/" + name.get())) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY); // one address a channel
            response.setHeader("Location", "/" + name.get());
        } else if (channel.get().open() || admits(channel.get(), request, response)) {
            var origin = PlaylistAddress.originOf(channel.get().hlsUrl());
            if (origin != null) {
                PageHeaders.allowVideo(origin, response);
            }
            request.setAttribute("channel", channel.get());
            request.setAttribute("planned", schedule.of(name.get()));
            var viewer = caller.find().orElse(null);
            request.setAttribute(
                    "recordings",
                    recordings.of(viewer, name.get(), 0, SHOWN).items().stream()
                            .filter(RecordingJson::ready)
                            .toList());
            request.setAttribute("clips", clips.of(name.get(), 0, SHOWN).items());
            View.show("channel", request, response);
        }
    }

    /** Lets the browser have the video, or shows what that takes. Both may be otherwise a moment later. */
    private boolean admits(ChannelJson channel, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            var viewer = new Viewer(viewers.current().account(), viewerIds.get(request, response));
            playback.start(viewer, channel.name())
                    .ifPresent(pass -> response.addHeader(
                            "Set-Cookie", pass.liveCookie(Client.of(request).secure())));
            return true;
        } catch (Problem refusal) {
            LockedPage.show(channel, refusal, request, response);
            return false;
        }
    }

    /** The name of the channel that the path may be of, in lower case as names are. */
    static Optional<String> nameIn(String path) {
        var match = NAME.matcher(path);
        return match.matches() ? Optional.of(match.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
