package streaming.ingest;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/** nginx-rtmp's {@code /stat}, as far as we read it: who publishes what. */
@XmlRootElement(name = "rtmp")
@XmlAccessorType(XmlAccessType.FIELD)
public class RtmpStat {

    /** A connection that publishes; {@code age} is in milliseconds. */
    record Publisher(String stream, long clientId, long age) {}

    @XmlElementWrapper(name = "server")
    @XmlElement(name = "application")
    List<Application> applications = new ArrayList<>();

    List<Publisher> publishers(String application) {
        return applications.stream()
                .filter(candidate -> application.equals(candidate.name))
                .flatMap(found -> found.streams.stream())
                .flatMap(stream -> stream.clients.stream()
                        .filter(client -> client.publishing != null)
                        .map(client -> new Publisher(stream.name, client.id, client.time)))
                .toList();
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

        @XmlElement(name = "client")
        List<Client> clients = new ArrayList<>();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class Client {
        long id;
        long time;
        String publishing;
    }
}
