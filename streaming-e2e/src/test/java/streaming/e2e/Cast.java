package streaming.e2e;

import java.net.CookieManager;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Everybody who takes part in a test; who is still there at its end leaves then. */
final class Cast {

    private final Platform platform;
    private final Chromium chromium;
    private final List<Viewer> viewers = new ArrayList<>();
    private final Deque<AutoCloseable> leaving = new ArrayDeque<>();

    Cast(Platform platform, Chromium chromium) {
        this.platform = platform;
        this.chromium = chromium;
    }

    Viewer viewer() {
        var viewer = enter(new Viewer(platform.web(), chromium.shared()));
        viewers.add(viewer);
        return viewer;
    }

    /** Somebody who calls the site by a name: passkeys are for names alone, and localhost is one that needs no TLS. */
    Viewer viewerOnLocalhost() {
        var web = URI.create("http://localhost:" + platform.web().getPort());
        var viewer = enter(new Viewer(web, chromium.shared()));
        viewers.add(viewer);
        return viewer;
    }

    /** Somebody whose browser can be killed without taking the others' with it. */
    Viewer viewerWithOwnBrowser() {
        var viewer = new Viewer(platform.web(), enter(chromium.launch()));
        viewers.add(viewer);
        return viewer;
    }

    /** A new admin, at the table of channels. */
    AdminPages admin(Api api) {
        var name = api.join("admin").name();
        platform.admin(name);
        var viewer = viewer();
        viewer.signIn(name);
        var pages = new AdminPages(viewer);
        pages.open();
        return pages;
    }

    Encoder encoder(String key) {
        return encoderTo(platform.rtmp(key));
    }

    /** An encoder that comes back when it is refused. */
    ReturningEncoder returningEncoder(String key) {
        return enter(new ReturningEncoder(platform.rtmp(key)));
    }

    /** An encoder that publishes to any address. */
    Encoder encoderTo(String address) {
        return enter(Encoder.publish(address));
    }

    /** An encoder that serves its HLS by itself. */
    ExternalEncoder externalEncoder() {
        return enter(ExternalEncoder.start());
    }

    /** A server of somebody else that takes streams. */
    OtherServer otherServer() {
        return enter(OtherServer.start(platform.nginxConfiguration()));
    }

    /** Joins a channel's chat as a new viewer. */
    ChatClient chat(String channel) {
        return enter(ChatClient.join(platform.web(), channel));
    }

    /** Joins a channel's chat in one more tab of the browser that has these cookies. */
    ChatClient chat(String channel, CookieManager cookies) {
        return enter(ChatClient.join(platform.web(), channel, cookies));
    }

    ChatClient lobby() {
        return enter(ChatClient.lobby(platform.web()));
    }

    /** Listens for what somebody has not read, once they sign in. */
    ChatClient bell() {
        return enter(ChatClient.bell(platform.web()));
    }

    /** The viewer's browser can be pushed to. */
    PushDevice pushDevice(Viewer viewer) {
        return enter(PushDevice.of(viewer));
    }

    /** Keeps what everybody has on the screen. */
    void photograph(Path folder, String test) {
        for (int i = 0; i < viewers.size(); i++) {
            viewers.get(i).photograph(folder.resolve("%s-%d.png".formatted(test, i + 1)));
        }
    }

    /** Sends everybody home, the last one first. */
    void leave() throws Exception {
        while (!leaving.isEmpty()) {
            leaving.pop().close();
        }
    }

    private <T extends AutoCloseable> T enter(T member) {
        leaving.push(member);
        return member;
    }
}
