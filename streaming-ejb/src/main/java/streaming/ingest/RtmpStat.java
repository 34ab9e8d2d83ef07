package streaming.ingest;

import jakarta.ws.rs.ProcessingException;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** nginx-rtmp's {@code /stat}, as far as we read it: who publishes what, and how well it comes. */
@XmlRootElement(name = "rtmp")
@XmlAccessorType(XmlAccessType.FIELD)
public class RtmpStat {

    /** A connection that publishes; {@code age} is in milliseconds. */
    record Publisher(String stream, long clientId, long age) {}

    /** A stream as nginx-rtmp counts it: {@code time} in milliseconds since it began. */
    record Flow(
            String stream, long time, long bytes, long dropped, StreamHealth.Video video, StreamHealth.Audio audio) {}

    @XmlElement(name = "server")
    List<Server> servers = new ArrayList<>();

    /**
     * Reads what nginx answered. The JAX-RS client could, but Jersey keeps its XML parsers for each thread for ever, and
     * with them the class loader of every redeploy.
     */
    static RtmpStat of(String xml) {
        try {
            var factory = XMLInputFactory.newInstance();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            var reader = factory.createXMLStreamReader(new StringReader(xml));
            return JAXBContext.newInstance(RtmpStat.class)
                    .createUnmarshaller()
                    .unmarshal(reader, RtmpStat.class)
                    .getValue();
        } catch (JAXBException | XMLStreamException e) {
            throw new ProcessingException("The statistics of nginx-rtmp cannot be read", e);
        }
    }

    List<Publisher> publishers(String application) {
        return servers.stream()
                .flatMap(server -> server.applications.stream())
                .filter(candidate -> application.equals(candidate.name))
                .flatMap(found -> found.streams.stream())
                .flatMap(stream -> stream.clients.stream()
                        .filter(client -> client.publishing != null)
                        .map(client -> new Publisher(stream.name, client.id, client.time)))
                .toList();
    }

    /** What comes in, by the names of the streams; {@code dropped} counts what nginx itself did not pass on. */
    List<Flow> flows(String application) {
        return servers.stream()
                .flatMap(server -> server.applications.stream())
                .filter(candidate -> application.equals(candidate.name))
                .flatMap(found -> found.streams.stream())
                .filter(stream -> stream.publishing != null)
                .map(Stream::flow)
                .toList();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class Server {
        @XmlElement(name = "application")
        List<Application> applications = new ArrayList<>();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class Application {
        String name;

        @XmlElementWrapper(name = "live")
        @XmlElement(name = "stream")
        List<Stream> streams = new ArrayList<>();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class Stream {
        String name;
        long time;
        String publishing;
        Meta meta;

        @XmlElement(name = "bytes_in")
        long bytesIn;

        @XmlElement(name = "client")
        List<Client> clients = new ArrayList<>();

        private Flow flow() {
            var dropped = clients.stream().mapToLong(client -> client.dropped).sum();
            return new Flow(
                    name,
                    time,
                    bytesIn,
                    dropped,
                    meta == null ? null : meta.picture(),
                    meta == null ? null : meta.sound());
        }
    }

    /** What the encoder said of its stream at the start. */
    @XmlAccessorType(XmlAccessType.FIELD)
    static class Meta {
        Video video;
        Audio audio;

        private StreamHealth.Video picture() {
            return video == null
                    ? null
                    : new StreamHealth.Video(
                            video.codec, video.profile, video.level, video.width, video.height, video.frameRate);
        }

        private StreamHealth.Audio sound() {
            return audio == null
                    ? null
                    : new StreamHealth.Audio(audio.codec, audio.profile, audio.sampleRate, audio.channels);
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class Video {
        String codec;
        String profile;
        String level;
        int width;
        int height;

        @XmlElement(name = "frame_rate")
        double frameRate;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class Audio {
        String codec;
        String profile;
        int channels;

        @XmlElement(name = "sample_rate")
        int sampleRate;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class Client {
        long id;
        long time;
        long dropped;
        String publishing;
    }
}
