package streaming.event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import streaming.shared.Background;

/**
 * The only sender to the topic: one thread, one connection, so that order is kept and a chat line costs no new JMS
 * session. What waits goes out together as one message, a JSON array.
 */
@JMSDestinationDefinition(
        name = ChannelEvents.TOPIC,
        interfaceName = "jakarta.jms.Topic",
        destinationName = "ChannelEvents")
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelEvents {

    public static final String TOPIC = "java:app/jms/ChannelEvents";

    private static final Logger LOG = System.getLogger(ChannelEvents.class.getName());

    /** How long events gather after some were sent: the first of a rush waits for nobody, the rest go together. */
    private static final Duration GATHERING = Duration.ofMillis(3);

    @Resource
    ConnectionFactory connectionFactory;

    @Resource(lookup = TOPIC)
    Topic topic;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Outbox outbox;

    private volatile boolean connected;
    private List<JsonObject> unsent = List.of();
    private Background sender;

    @PostConstruct
    void start() {
        sender = Background.start(threads, "channel-events", Duration.ofSeconds(1), this::sendUntilItFails);
    }

    @PreDestroy
    void stop() {
        sender.close();
    }

    /** Whether the broker took what was last sent. */
    public boolean isConnected() {
        return connected;
    }

    /** Keeps what the broker did not take for the next connection. */
    private void sendUntilItFails() throws InterruptedException {
        try (var context = connectionFactory.createContext()) {
            var producer = context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setDisableMessageID(true)
                    .setDisableMessageTimestamp(true);
            while (!Thread.currentThread().isInterrupted()) {
                if (!unsent.isEmpty()) {
                    producer.send(topic, unsent.toString());
                    LockSupport.parkNanos(GATHERING.toNanos());
                }
                connected = true;
                unsent = outbox.take();
            }
        } catch (JMSRuntimeException e) {
            connected = false;
            LOG.log(Level.WARNING, "The broker does not take events: {0}", e.getMessage());
        }
    }
}
