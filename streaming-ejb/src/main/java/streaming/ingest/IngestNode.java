package streaming.ingest;

import jakarta.json.JsonException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One nginx-rtmp, spoken to by its loopback server. */
final class IngestNode {

    private static final String APPLICATION = "app";
    private static final String GATE = "gate";

    /** The second of nginx-rtmp's servers, which has all but app: /control takes the first one for meant without a word. */
    private static final int INNER = 1;

    private static final String OPEN = "hls";

    /** Of a thousand streams with ten connections each; what is longer is none of nginx-rtmp's. */
    private static final int LONGEST_STAT = 8_000_000;

    private static final int LONGEST_PLAYLIST = 1_000_000;
    /** Of ten thousand files. */
    private static final int LONGEST_LISTING = 2_000_000;

    private static final Pattern RENDITION = Pattern.compile("\"name\":\"([A-Za-z0-9_]+\\.[a-z0-9]+)\"");

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]+\\.ts");

    private final String name;
    private final WebTarget target;

    IngestNode(String name, URI control, Client client) {
        this.name = name;
        this.target = client.target(control);
    }

    String name() {
        return name;
    }

    /** The id of this run of nginx, new at each start. */
    String boot() {
        return target.path("boot")
                .request(MediaType.TEXT_PLAIN)
                .get(String.class)
                .strip();
    }

    /** Who publishes to it now. */
    List<RtmpStat.Publisher> publishers() {
        return stat().publishers(APPLICATION);
    }

    /** What is packaged unencrypted now. */
    List<RtmpStat.Publisher> open() {
        return stat().publishers(OPEN);
    }

    /** Has a stream packaged anew, within a second, by whichever application is the right one now; its encoder stays. */
    void reroute(String stream) {
        target.path("control/drop/publisher")
                .queryParam("srv", INNER)
                .queryParam("app", GATE)
                .queryParam("name", "{name}")
                .resolveTemplate("name", stream)
                .request()
                .get(String.class);
    }

    /** What comes in now. */
    List<RtmpStat.Flow> flows() {
        return stat().flows(APPLICATION);
    }

    private RtmpStat stat() {
        var document = read(target.path("stat"), LONGEST_STAT)
                .orElseThrow(() -> new ProcessingException("The statistics of nginx-rtmp are missing or too long"));
        return RtmpStat.of(new String(document, StandardCharsets.UTF_8));
    }

    /** When the channel's playlist was last written, if there is one. */
    Optional<Instant> playlistWrittenAt(String channel) {
        return writtenAt(folder(channel).path("index.m3u8"));
    }

    /** When the playlist of one of the channel's renditions was last written, if there is one. */
    Optional<Instant> playlistWrittenAt(String channel, String rendition) {
        return writtenAt(target.path("renditions/{channel}.{rendition}/index.m3u8")
                .resolveTemplate("channel", channel)
                .resolveTemplate("rendition", rendition));
    }

    private static Optional<Instant> writtenAt(WebTarget file) {
        try (var response = file.request().head()) {
            return response.getStatus() == 200
                    ? Optional.ofNullable(response.getLastModified()).map(java.util.Date::toInstant)
                    : Optional.empty();
        }
    }

    /** The last segment that the channel's playlist names, if it is there and no larger than this. */
    Optional<byte[]> newestSegment(String channel, int longest) {
        var folder = folder(channel);
        return read(folder.path("index.m3u8"), longest)
                .flatMap(playlist -> new String(playlist, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> SEGMENT.matcher(line).matches())
                        .reduce((earlier, later) -> later))
                .flatMap(segment -> read(folder.path(segment), longest));
    }

    private static Optional<byte[]> read(WebTarget file, int longest) {
        try (var response = file.request().get()) {
            if (response.getStatus() != 200) {
                return Optional.empty();
            }
            var bytes = response.readEntity(InputStream.class).readNBytes(longest + 1);
            return bytes.length > longest ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw new ProcessingException(e);
        }
    }

    /**
     * Puts the end of the stream into what is left of its playlist; nothing where there is none. The one without an end goes
     * last, so that whoever asks gets one of the two.
     */
    void endPlaylist(String channel) {
        renditions(channel).forEach(IngestNode::endPlaylist);
        endPlaylist(folder(channel));
    }

    private static void endPlaylist(WebTarget folder) {
        var playlist = read(folder.path("index.m3u8"), LONGEST_PLAYLIST);
        if (playlist.isPresent()) {
            var ended = new String(playlist.get(), StandardCharsets.UTF_8) + "#EXT-X-ENDLIST\n";
            require(folder.path("ended.m3u8").request().put(Entity.entity(ended, MediaType.TEXT_PLAIN_TYPE)));
            require(folder.path("index.m3u8").request().delete());
        }
    }

    /** Deletes what {@link #endPlaylist(String)} made: the stream is not there any more. */
    void forgetPlaylist(String channel) {
        renditions(channel).forEach(IngestNode::forgetPlaylist);
        forgetPlaylist(folder(channel));
    }

    private static void forgetPlaylist(WebTarget folder) {
        var ended = folder.path("ended.m3u8");
        if (writtenAt(ended).isPresent()) { // nginx complains in its log of what is deleted and is not there
            require(ended.request().delete());
        }
    }

    /** Deletes all that the stream left behind. */
    void erase(String channel) {
        renditions(channel).forEach(folder -> require(folder.path("/").request().delete()));
        require(folder(channel).path("/").request().delete());
    }

    /** The folders of what was made of the channel's stream: NAME.720p, as nginx lists them. */
    private List<WebTarget> renditions(String channel) {
        var folders = target.path("renditions");
        var listing = read(folders.path("/"), LONGEST_PLAYLIST).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        return RENDITION
                .matcher(listing.orElse(""))
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.startsWith(channel + "."))
                .map(folders::path)
                .toList();
    }

    private WebTarget folder(String channel) {
        return target.path("live/{channel}").resolveTemplate("channel", channel);
    }

    /** What is not there need not be deleted. */
    private static void require(Response response) {
        try (response) {
            if (response.getStatus() != 404
                    && response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw new WebApplicationException("nginx answered " + response.getStatus());
            }
        }
    }

    /** Cuts one connection. A stream of the same name that came on another connection goes on. */
    void drop(RtmpStat.Publisher publisher) {
        drop(publisher.stream(), publisher.clientId());
    }

    /** Cuts one connection, which publishes the stream; tells whether it was there. */
    boolean drop(String stream, long clientId) {
        var dropped = target.path("control/drop/publisher")
                .queryParam("app", APPLICATION)
                .queryParam("name", "{name}")
                .queryParam("clientid", clientId)
                .resolveTemplate("name", stream)
                .request()
                .get(String.class);
        return !dropped.strip().equals("0");
    }

    /** Which application has the channel's stream: one that packages it as it is, or one that encrypts it. */
    String packager(String channel) {
        return target.path("packager")
                .queryParam("name", "{name}")
                .resolveTemplate("name", channel)
                .request(MediaType.TEXT_PLAIN)
                .get(String.class)
                .strip();
    }

    /** The files that its recorder has written, or is writing. */
    List<RecordedFile> recordings() {
        var listing = read(target.path("recordings/"), LONGEST_LISTING)
                .orElseThrow(() -> new ProcessingException("The list of recordings is missing or too long"));
        try {
            return RecordedFile.listed(new String(listing, StandardCharsets.UTF_8));
        } catch (JsonException | ClassCastException | DateTimeException e) {
            throw new ProcessingException("The list of recordings cannot be read", e);
        }
    }

    /** Has the channel's stream recorded into a new file; tells whether it was not yet. Nothing happens without one. */
    boolean startRecording(String channel) {
        return record("start", channel);
    }

    boolean stopRecording(String channel) {
        return record("stop", channel);
    }

    private boolean record(String verb, String channel) {
        try (var response = target.path("control/record")
                .path(verb)
                .queryParam("srv", INNER)
                .queryParam("app", packager(channel))
                .queryParam("rec", "vod")
                .queryParam("name", "{name}")
                .resolveTemplate("name", channel)
                .request()
                .get()) {
            if (response.getStatus() >= 300) {
                throw new ProcessingException("The recorder answered " + response.getStatus());
            }
            return response.getStatus() == 200;
        }
    }

    /** What is in a file now; none where there is no such file. Whoever asked closes it. */
    Optional<InputStream> openRecording(String file) {
        var response = recording(file).request().get();
        if (response.getStatus() == 200) {
            // not getLength(), which is an int: an hour has more
            long length = Long.parseLong(response.getHeaderString(HttpHeaders.CONTENT_LENGTH));
            return Optional.of(new WholeFile(response.readEntity(InputStream.class), length));
        }
        response.close();
        if (response.getStatus() == 404) {
            return Optional.empty();
        }
        throw new ProcessingException("A recording was answered with " + response.getStatus());
    }

    /** Deletes a file; tells whether it is gone, as it is if it was not there. */
    boolean deleteRecording(String file) {
        try (var response = recording(file).request().delete()) {
            return response.getStatus() == 204 || response.getStatus() == 404;
        }
    }

    private WebTarget recording(String file) {
        return target.path("recordings/{file}").resolveTemplate("file", file);
    }
}
