package streaming.ws;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import streaming.audience.Audience;
import streaming.audience.AudienceLease;
import streaming.channel.LiveChannels;
import streaming.channel.TopRated;
import streaming.event.ChannelEvent;
import streaming.event.ChannelEvents;

/**
 * Hands what any node published to the rooms of this one. Its pool holds one instance (glassfish-ejb-jar.xml): with more,
 * messages would overtake each other. It takes part in no transaction: there is nothing to roll back, and the container
 * would open a distributed one for each message.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = ChannelEvents.TOPIC)
        })
@TransactionManagement(TransactionManagementType.BEAN)
public class ChannelEventsListener implements MessageListener {

    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    /** What the list of live channels shows, too. */
    private static final Set<String> LISTED = Set.of("live", "channel", "access");

    @Inject
    Rooms rooms;

    @Inject
    Bells bells;

    @Inject
    LiveChannels live;

    @Inject
    TopRated topRated;

    @Inject
    Audience audience;

    @Inject
    Clock clock;

    @Override
    public void onMessage(Message message) {
        try (var reader = JSON.createReader(new StringReader(message.getBody(String.class)))) {
            reader.readArray().getValuesAs(JsonObject.class).forEach(this::receive);
        } catch (JMSException e) {
            throw new IllegalStateException("Unreadable message on " + ChannelEvents.TOPIC, e);
        }
    }

    private void receive(JsonObject message) {
        if (message.containsKey("channel")) {
            var event = ChannelEvent.of(message);
            if (LISTED.contains(event.body().getString("type"))) {
                live.outdate();
                topRated.outdate();
            }
            rooms.receive(event);
        } else if (message.containsKey("banned")) {
            rooms.signOut(message.getString("banned"));
            bells.signOut(message.getString("banned"));
        } else if (message.containsKey("deleted")) {
            rooms.forget(message.getString("deleted"));
            bells.signOut(message.getString("deleted"));
        } else if (message.containsKey("unread")) {
            unread(message);
        } else {
            renew(message.getString("node"), message.getJsonObject("viewers"));
        }
    }

    private void unread(JsonObject message) {
        if (message.isNull("unread")) {
            bells.askForAll();
        } else {
            bells.askFor(message.getJsonNumber("unread").longValue());
        }
    }

    private void renew(String node, JsonObject counts) {
        var viewers = new HashMap<String, Integer>();
        counts.keySet().forEach(channel -> viewers.put(channel, counts.getInt(channel)));
        audience.renew(node, new AudienceLease(viewers, clock.instant().plus(Pulse.LEASE)));
    }
}
