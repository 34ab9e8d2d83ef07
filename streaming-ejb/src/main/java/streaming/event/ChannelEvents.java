package streaming.event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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

    @Resource
    ConnectionFactory connectionFactory;

    @Resource(lookup = TOPIC)
    Topic topic;

    @Resource
    ManagedThreadFactory threads;

    @EJB
    Outbox outbox;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean connected;
    private Thread sender;

    @PostConstruct
    void start() {
        sender = threads.newThread(this::run);
        sender.setName("channel-events");
        sender.start();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        sender.interrupt();
    }

    /** Whether the broker took what was last sent. */
    public boolean isConnected() {
        return connected;
    }

    private void run() {
        List<JsonObject> unsent = List.of();
        try {
            while (stopped.getCount() > 0) {
                unsent = sendUntilItFails(unsent);
                stopped.await(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stop() said so
        }
    }

    /** Gives back what the broker did not take. */
    private List<JsonObject> sendUntilItFails(List<JsonObject> first) throws InterruptedException {
        var batch = first;
        try (var context = connectionFactory.createContext()) {
            var producer = context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setDisableMessageID(true)
                    .setDisableMessageTimestamp(true);
            while (stopped.getCount() > 0) {
                if (!batch.isEmpty()) {
                    producer.send(topic, batch.toString());
                }
                connected = true;
                batch = outbox.take();
            }
        } catch (JMSRuntimeException e) {
            connected = false;
            LOG.log(Level.WARNING, "The broker does not take events: {0}", e.getMessage());
        }
        return batch;
    }
}
