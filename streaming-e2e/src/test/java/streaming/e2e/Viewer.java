package streaming.e2e;

import static streaming.e2e.Await.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A person at a browser with cookies of their own: sees what the pages show, and does what they offer. */
final class Viewer implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 15_000;

    /** Until a stream that has just begun, or come back, plays. */
    private static final Duration PLAYING = Duration.ofSeconds(15);

    // Reads the time that an Encoder drew: bits of so many pixels in the picture's top row.
    private static final String PICTURE_TIME = """
            video => {
              const canvas = document.createElement('canvas');
              canvas.width = video.videoWidth;
              canvas.height = 1;
              const context = canvas.getContext('2d');
              context.drawImage(video, 0, -%1$d / 2);
              const row = context.getImageData(0, 0, canvas.width, 1).data;
              let tenths = 0;
              for (let bit = 0; bit < %2$d; bit++) {
                if (row[4 * (bit * %1$d + %1$d / 2)] > 127) tenths += 2 ** bit;
              }
              const now = Math.floor(Date.now() / 100) %% 2 ** %2$d;
              return ((now - tenths + 2 ** %2$d) %% 2 ** %2$d) / 10;
            }""".formatted(Encoder.BIT, Encoder.BITS);

    private final URI web;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> console = new ArrayList<>();

    Viewer(URI web, Browser browser) {
        this.web = web;
        this.browser = browser;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(web.toString())
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(message -> console.add(message.text()));
        page.onPageError(console::add);
    }

    /** Opens a page of the site, and gives its status. */
    int open(String path) {
        return page.navigate(path).status();
    }

    /** Waits until the browser has gone to this path. */
    void awaitAddress(String path) {
        page.waitForURL(web + path);
    }

    /** The site, as this viewer calls it. */
    String origin() {
        return web.toString();
    }

    /** The address's path, and what follows it. */
    String address() {
        return page.url().substring(web.toString().length());
    }

    /** Makes an account; a new member is led to the settings. */
    void signUp(String name) {
        open("/signup");
        fill("Username", name);
        fill("E-mail", Member.emailOf(name));
        fill("Password", Member.PASSWORD);
        press("Create account");
        awaitAddress("/settings");
    }

    void signIn(String name) {
        open("/login");
        fill("Username or e-mail", name);
        fill("Password", Member.PASSWORD);
        press("Sign in");
        awaitAddress("/");
    }

    void signOut() {
        press("Sign out");
        awaitAddress("/");
    }

    /** Whether the open page knows who looks at it. */
    boolean isSignedIn() {
        return button("Sign out").count() == 1;
    }

    /** On the dashboard: has the stream key shown, copies it, and gives what is in the clipboard then. */
    String copyStreamKey() {
        open("/settings/channel");
        fill("Your password", Member.PASSWORD);
        press("Show the stream key");
        press("Copy the stream key");
        awaitText("Copied"); // the browser writes its clipboard a moment after the click
        return (String) page.evaluate("() => navigator.clipboard.readText()");
    }

    /** On the page of keys: has one shown for the password, and gives it. */
    String showStreamKey(String name) {
        touchSummary("Show " + name);
        fill("Your password for " + name, Member.PASSWORD);
        press("Show the key " + name);
        return valueOf("The stream key " + name);
    }

    /** Opens what is folded up under a summary of this name. */
    void touchSummary(String name) {
        page.locator("summary[aria-label='%s']".formatted(name)).click();
    }

    String streamServer() {
        return valueOf("Server");
    }

    /** On the front page: the names of those who are live. */
    List<String> liveNow() {
        return page.locator("a.card .card-name").allInnerTexts();
    }

    /** On the front page: goes to a live channel. */
    void choose(String channel) {
        page.locator("a.card")
                .filter(new Locator.FilterOptions().setHasText(channel))
                .click();
        awaitAddress("/" + channel);
    }

    /** On a channel's page: where its video is, in seconds, and how wide its picture. */
    Video video() {
        var state = (List<?>) page.locator("video#player").evaluate("video => [video.currentTime, video.videoWidth]");
        return new Video(((Number) state.get(0)).doubleValue(), ((Number) state.get(1)).intValue());
    }

    record Video(double currentTime, int width) {}

    /** Waits until the video has a picture, and goes on. */
    void awaitPlaying() {
        await("the video has a picture", PLAYING, this::video, video -> video.width() > 0);
        var before = video().currentTime();
        await("the video goes on", PLAYING, this::video, video -> video.currentTime() > before + 1);
    }

    /** On a recording's page: how long the browser finds it, in seconds. */
    double duration() {
        return ((Number) page.locator("video#player").evaluate("video => video.duration")).doubleValue();
    }

    /** On a recording's page: waits until the seek bar shows a picture of where the mouse is. */
    void awaitStoryboard() {
        page.waitForCondition(() -> page.locator(".seek-picture").isVisible()
                && (boolean) page.locator(".seek-picture")
                        .evaluate("picture => getComputedStyle(picture).backgroundImage.includes('storyboard.jpg')"));
    }

    /** Waits until the clip is cut, and its page has its picture. */
    void awaitClip() {
        page.locator("#clip-video").waitFor();
        page.waitForCondition(() -> (boolean) page.locator("#clip-video").evaluate("video => video.videoWidth > 0"));
    }

    /** How many seconds ago the encoder took the picture that is on the screen now. */
    double latency() {
        return ((Number) page.locator("video#player").evaluate(PICTURE_TIME)).doubleValue();
    }

    /** Begins to note each second how far behind the picture is, and how often it stops to wait for more. */
    void takeNotes() {
        page.locator("video#player").evaluate("""
                video => {
                  const latency = %s;
                  const notes = globalThis.notes = { since: Date.now(), stalls: 0, latencies: [] };
                  video.addEventListener('waiting', () => notes.stalls++);
                  setInterval(() => notes.latencies.push(latency(video)), 1000);
                }""".formatted(PICTURE_TIME));
    }

    /** What was noted so far. */
    Notes notes() {
        var notes = (List<?>) page.evaluate("""
                () => {
                  const { since, stalls, latencies } = globalThis.notes;
                  const sorted = latencies.toSorted((a, b) => a - b);
                  return [(Date.now() - since) / 1000, stalls, sorted[Math.floor(sorted.length / 2)] ?? 0];
                }""");
        return new Notes(number(notes.get(0)), (int) number(notes.get(1)), number(notes.get(2)));
    }

    record Notes(double seconds, int stalls, double medianLatency) {}

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    boolean seesOffline() {
        return page.locator("#offline").isVisible()
                && !page.locator("#live-badge").isVisible();
    }

    /** What the channel's page says of its viewers. */
    String viewerCount() {
        return page.locator("#viewer-count").innerText();
    }

    void say(String text) {
        fill("Message", text);
        press("Send");
    }

    /** The lines of the chat that bear a number, as "author: text". */
    List<String> chat() {
        return page.locator("#chat-log li[data-seq]").all().stream()
                .map(line -> line.locator(".from").innerText() + ": "
                        + line.locator(".text").innerText())
                .toList();
    }

    boolean canChat() {
        return field("Message").count() == 1;
    }

    /** Whether the player waits for pictures that do not come. */
    boolean isStalled() {
        var state = page.locator("#player-frame").getAttribute("data-state");
        return state.equals("buffering") || state.equals("connecting");
    }

    /** Goes ten seconds back in the stream, by a key. */
    void rewind() {
        page.keyboard().press("ArrowLeft");
    }

    void toLiveEdge() {
        page.locator("[data-act=edge]").click();
    }

    /** Pulls the plug of the network, or puts it back. */
    void setOffline(boolean offline) {
        context.setOffline(offline);
    }

    /** Waits until the page plays from this address, for which it may have to load itself anew. */
    void awaitPlayingFrom(String playlist) {
        page.locator("#content[data-hls='%s']".formatted(playlist))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        awaitPlaying();
    }

    /** Waits until the page, or the next one, shows this text. */
    void awaitText(String text) {
        page.getByText(text).first().waitFor();
    }

    /** Whether the open page shows this text. */
    boolean sees(String text) {
        return page.getByText(text).first().isVisible();
    }

    void reload() {
        page.reload();
    }

    /** Kills the whole browser with -9: no page says goodbye. */
    void kill() {
        var session = browser.newBrowserCDPSession();
        for (var process : session.send("SystemInfo.getProcessInfo").getAsJsonArray("processInfo")) {
            kill(process.getAsJsonObject());
        }
    }

    private static void kill(JsonObject process) {
        ProcessHandle.of(process.get("id").getAsLong()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Whether this box is ticked. */
    boolean isTicked(String label) {
        return field(label).isChecked();
    }

    void tick(String label) {
        field(label).check();
    }

    void fill(String label, String text) {
        field(label).fill(text);
    }

    /** Chooses a file for a field. */
    void upload(String label, String name, byte[] content) {
        field(label).setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    /** Where an image of the page comes from, once the browser has it. */
    String image(String description) {
        var image = page.getByAltText(description);
        image.evaluate("image => image.decode()");
        return image.getAttribute("src");
    }

    /** Presses on a link or a label with this text. */
    void touch(String text) {
        page.getByText(text).first().click();
    }

    /** Presses on a link that leads to a file; gives what is in it. */
    byte[] download(String link) {
        var file = page.waitForDownload(() -> touch(link));
        try (var content = file.createReadStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String valueOf(String label) {
        return field(label).inputValue();
    }

    void press(String button) {
        button(button).click();
    }

    /** Presses a key on a button, as who uses no mouse. */
    void strike(String button, String key) {
        button(button).press(key);
    }

    /** What the bell in the header says to who cannot see it. */
    String bell() {
        return page.locator("#bell").getAttribute("aria-label");
    }

    /** Clicks a link. */
    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    /** What the page says between its header and its footer. */
    String text() {
        return page.locator("main").innerText();
    }

    Page page() {
        return page;
    }

    /** Keeps what is on the screen, and prints what the browser said meanwhile. */
    void photograph(Path file) {
        if (browser.isConnected()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        System.out.printf("%n=== %s%n", file);
        console.forEach(System.out::println);
    }

    @Override
    public void close() {
        if (browser.isConnected()) {
            context.close();
        }
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
