package streaming.ws;

import static streaming.event.ChannelEvent.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import streaming.caller.SignedIn;
import streaming.event.ChannelEvent;
import streaming.shared.Problem;

/** The frames and events of the WebSocket contract that the node itself makes. */
final class Frames {

    private Frames() {}

    static String of(JsonObject event) {
        return of(List.of(event));
    }

    static String of(Collection<JsonObject> events) {
        return events.stream().map(JsonObject::toString).collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    /** Greets with what the channel says of its stream, in the words of the event {@code channel}. */
    static JsonObject hello(ChannelEvent stream, OnAir onAir, int viewers, long seq, SignedIn you) {
        var hello = JSON.createObjectBuilder(stream.body())
                .add("type", "hello")
                .add("channel", stream.channel())
                .addAll(live(onAir))
                .add("viewers", viewers)
                .add("seq", seq);
        if (you == null) {
            hello.addNull("you");
        } else {
            hello.add("you", you.username());
        }
        return hello.build();
    }

    static JsonObject liveChanged(OnAir onAir) {
        return JSON.createObjectBuilder()
                .add("type", "live")
                .addAll(live(onAir))
                .build();
    }

    private static JsonObjectBuilder live(OnAir onAir) {
        var live = JSON.createObjectBuilder().add("live", onAir.isLive());
        return onAir.isLive()
                ? live.add("startedAt", onAir.startedAt().toString()).add("hlsUrl", onAir.hlsUrl())
                : live.addNull("startedAt");
    }

    static JsonObject viewers(int count) {
        return JSON.createObjectBuilder()
                .add("type", "viewers")
                .add("count", count)
                .build();
    }

    static JsonObject unread(int count) {
        return JSON.createObjectBuilder()
                .add("type", "unread")
                .add("count", count)
                .build();
    }

    static JsonObject gap(long from, long to) {
        return JSON.createObjectBuilder()
                .add("type", "gap")
                .add("from", from)
                .add("to", to)
                .build();
    }

    /** A refusal, to the one who is refused; {@code ref} is null where the client gave none. */
    static JsonObject error(Problem problem, String ref) {
        return error(problem.code(), problem.getMessage(), ref);
    }

    static JsonObject error(String code, String detail, String ref) {
        var error = JSON.createObjectBuilder()
                .add("type", "error")
                .add("code", code)
                .add("detail", detail);
        if (ref == null) {
            error.addNull("ref");
        } else {
            error.add("ref", ref);
        }
        return error.build();
    }
}
