package streaming.ws;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import streaming.caller.Scope;
import streaming.caller.ScopeRequired;
import streaming.caller.SignInRequired;
import streaming.caller.SignedIn;
import streaming.chat.ChatLine;
import streaming.chat.ChatWriter;
import streaming.shared.Problem;
import streaming.signin.KnownSignIns;

/** One viewer of one channel: chat, live status and viewer count, by the contract of {@code streaming.v1}. */
@ServerEndpoint(value = "/channels/{channel}", subprotocols = "streaming.v1")
public class ChannelEndpoint {

    @Inject
    Connections connections;

    @Inject
    Rooms rooms;

    @Inject
    KnownSignIns signIns;

    @Inject
    ChatWriter chat;

    @Inject
    Clock clock;

    private Connection connection;
    private Room room;
    private final StringBuilder partial = new StringBuilder();

    @OnOpen
    public void open(@PathParam("channel") String channel, Session session) {
        connection = connections.open(session);
        room = rooms.join(channel, connection);
        connection.closeWhenGone();
    }

    /** Takes frames in parts, so that one that is too long is refused and the connection stays. */
    @OnMessage
    public void receive(@PathParam("channel") String channel, String part, boolean last) {
        connection.heard();
        if (partial.length() <= ClientFrame.LONGEST) {
            partial.append(part);
        }
        if (last) {
            var frame = partial.toString();
            partial.setLength(0);
            answer(channel, frame);
        }
    }

    @OnMessage
    public void receive(ByteBuffer part, boolean last) {
        connection.heard();
        if (last) {
            connection.send(Frames.error(new BadFrame("Send text frames."), null));
        }
    }

    @OnMessage
    public void receive(PongMessage pong) {
        connection.heard();
    }

    @OnClose
    public void close(@PathParam("channel") String channel, CloseReason reason) {
        connections.forget(connection);
        rooms.leave(channel, connection);
    }

    /** What breaks a connection is the network's; the close that follows says all there is to say. */
    @OnError
    public void error(Throwable fault) throws Throwable {
        if (!(fault instanceof java.io.IOException)) {
            throw fault;
        }
    }

    private void answer(String channel, String text) {
        String ref = null;
        try {
            if (text.length() > ClientFrame.LONGEST) {
                throw new BadFrame("A frame has at most %d characters.".formatted(ClientFrame.LONGEST));
            }
            var frame = ClientFrame.of(text);
            ref = frame.ref();
            switch (String.valueOf(frame.type())) {
                case "auth" -> signIn(frame);
                case "say" -> say(channel, frame);
                case "ping" -> connection.trySend("{\"events\":[]}");
                default -> throw new BadFrame("The types are auth, say and ping.");
            }
        } catch (Problem refusal) {
            connection.send(Frames.error(refusal, ref));
        }
    }

    private void signIn(ClientFrame frame) {
        connection.signIn(signIns.findByToken(String.valueOf(frame.token()), connection.device())
                .orElseThrow(SignInRequired::new));
        room.greet(connection);
    }

    /** Who writes, if that still holds: signed out elsewhere, or shut out, counts from the next line on. */
    private SignedIn author() {
        var author = Optional.ofNullable(connection.account()).flatMap(signIns::stillSignedIn);
        if (author.isEmpty()) {
            connection.signOut();
            throw new SignInRequired();
        }
        return author.filter(who -> who.may(Scope.CHAT_WRITE)).orElseThrow(() -> new ScopeRequired(Scope.CHAT_WRITE));
    }

    private void say(String channel, ClientFrame frame) {
        var author = author();
        var line = new ChatLine(
                room.channelId(),
                channel,
                UUID.randomUUID(),
                author,
                frame.text(),
                clock.instant(),
                connection.id(),
                frame.ref());
        chat.write(
                line,
                unwritten -> connection.send(
                        Frames.error("not-written", "The line could not be written: send it again.", unwritten.ref())));
    }
}
