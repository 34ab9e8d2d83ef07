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

/** nginx-rtmp's {@code /stat}, as far as we read it: who publishes what. */
@XmlRootElement(name = "rtmp")
@XmlAccessorType(XmlAccessType.FIELD)
public class RtmpStat {

    /** A connection that publishes; {@code age} is in milliseconds. */
    record Publisher(String stream, long clientId, long age) {}

    @XmlElementWrapper(name = "server")
    @XmlElement(name = "application")
    List<Application> applications = new ArrayList<>();

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
