package streaming.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.Crowd;
import streaming.TestDatabase;
import streaming.audience.AudienceOnTest;
import streaming.broadcast.BroadcastsOnTest;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.channel.ChannelsOnTest;
import streaming.follow.FollowsOnTest;
import streaming.notification.AnnouncementsOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.Seal;
import streaming.shared.SealOnTest;
import streaming.shared.ServerSecretOnTest;
import streaming.shared.TestClock;

class PushesTest {

    static final Device DEVICE = new Device("Firefox", "192.0.2.7");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final StubPushService stub = new StubPushService();
    final PushConfig config = new PushConfig();
    final PushBrowser browser = new PushBrowser(stub.origin() + "/graces-phone");
    ChannelsOnTest site;
    PushService service;
    PushSubscriptions subscriptions;
    Pushes pushes;
    SignedIn grace;
    SignedIn linus;

    @BeforeEach
    void open() {
        config.enabled = true;
        config.privateNetwork = true;
        config.contact = Optional.of("mailto:admin@site.example");
        config.site = URI.create("https://site.example");
        service = new PushService(config, ServerSecretOnTest.of(32, (byte) 1), ForkJoinPool.commonPool(), clock);
        subscriptions = subscriptions(database.entityManager());
        pushes = pushes(database.entityManager());
        var audience = new AudienceOnTest(clock).audience();
        site = new ChannelsOnTest(database, clock, audience);
        site.signUp("ada");
        grace = signedIn(site.signUp("grace"));
        linus = signedIn(site.signUp("linus"));
        var follows = FollowsOnTest.follows(database.entityManager(), site.channels, audience, clock);
        database.inTransaction(() -> follows.follow(grace, "ada"));
        subscribe(grace, browser);
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void onlyTheBrowserCanReadWhatIsPushedAndTheSiteHasSignedIt() throws Exception {
        goLive();
        tell();

        assertThat(send()).isEqualTo(1);

        assertThat(stub.received()).singleElement().satisfies(push -> {
            assertThat(push.path()).isEqualTo("/graces-phone");
            assertThat(push.headers().getFirst("Content-Encoding")).isEqualTo("aes128gcm");
            assertThat(push.headers().getFirst("TTL")).isEqualTo("1800");
            assertThat(push.headers().getFirst("Topic"))
                    .matches("[A-Za-z0-9_-]{32}")
                    .doesNotContain("ada");
            assertThat(browser.read(push.body()))
                    .isEqualTo("{\"channel\":\"ada\",\"title\":\"%s\"}".formatted("Live, at last"));

            var authorization = push.headers().getFirst("Authorization");
            assertThat(authorization).matches("vapid t=[^,]+, k=\\S+");
            var key = authorization.replaceFirst(".*k=", "");
            var token = SignedJWT.parse(authorization.replaceFirst("vapid t=(.*),.*", "$1"));
            assertThat(key).isEqualTo(database.inTransaction(() -> keys(1).publicKey()));
            assertThat(token.verify(new ECDSAVerifier(
                            PushBrowser.publicKey(Base64.getUrlDecoder().decode(key)))))
                    .isTrue();
            var claims = token.getJWTClaimsSet();
            assertThat(claims.getAudience()).containsExactly(stub.origin());
            assertThat(claims.getSubject()).isEqualTo("mailto:admin@site.example");
            assertThat(claims.getExpirationTime().toInstant())
                    .isBetween(
                            clock.instant().plus(Duration.ofHours(1)),
                            clock.instant().plus(Duration.ofHours(24)));
        });
        assertThat(subscriptions.list(grace)).singleElement().satisfies(one -> assertThat(one.lastSentAt())
                .isEqualTo(clock.instant()));
    }

    @Test
    void pushesABroadcastOnceAlsoWhenItsEncoderComesBack() {
        goLive();
        tell();
        tell();
        send();
        clock.advance(Duration.ofMinutes(10));
        end();
        clock.advance(Duration.ofSeconds(10));
        goLive();
        tell();
        send();

        assertThat(stub.received()).hasSize(1);
        assertThat(database.count("select count(*) from pushes")).isZero();
    }

    @Test
    void triesAgainLaterWhatThePushServiceCouldNotTake() {
        goLive();
        tell();
        stub.answers(503);

        assertThat(send()).isEqualTo(1);
        assertThat(send()).as("not at once").isZero();

        clock.advance(Duration.ofSeconds(10));
        stub.answers(429); // and Retry-After: 120
        assertThat(send()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(119));
        assertThat(send()).isZero();
        clock.advance(Duration.ofSeconds(1));
        stub.answers(201);
        assertThat(send()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(10));
        assertThat(send()).as("once it was taken").isZero();
    }

    @Test
    void forgetsABrowserThatIsGoneAndAPushThatIsRefused() {
        subscribe(grace, new PushBrowser(stub.origin() + "/graces-laptop"));
        goLive();
        tell();
        stub.answers(400);
        assertThat(send()).isEqualTo(2);
        assertThat(database.count("select count(*) from pushes")).isZero();
        assertThat(subscriptions.list(grace)).hasSize(2);

        end();
        clock.advance(Duration.ofHours(1));
        goLive();
        tell();
        stub.answers(410);
        send();

        assertThat(subscriptions.list(grace)).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsOverOrNoNewsAnyMore() {
        goLive();
        tell();
        end();
        assertThat(send()).as("over").isZero();

        clock.advance(Duration.ofHours(1));
        goLive();
        tell();
        clock.advance(Pushes.USE);
        assertThat(send()).as("no news").isZero();
        database.inTransaction(pushes::purge);
        assertThat(database.count("select count(*) from pushes")).isZero();
    }

    @Test
    void anotherNodeSendsWhatAKilledOneHadBegun() {
        goLive();
        tell();
        database.inTransaction(() -> pushes.claim(16));
        assertThat(send()).as("meanwhile").isZero();

        clock.advance(Pushes.LEASE);

        assertThat(send()).isEqualTo(1);
    }

    @Test
    void manyNodesClaimEachPushOnce() throws Exception {
        for (int i = 1; i < PushSubscriptions.MOST; i++) {
            subscribe(grace, new PushBrowser(stub.origin() + "/" + i));
        }
        goLive();
        tell();
        var claimed = Collections.synchronizedList(new ArrayList<Long>());

        Crowd.run(database, 8, Collections.nCopies(32, (Consumer<EntityManager>)
                entityManager -> pushes(entityManager).claim(3).forEach(push -> claimed.add(push.subscriptionId()))));

        assertThat(claimed).hasSize(PushSubscriptions.MOST).doesNotHaveDuplicates();
    }

    @Test
    void leadsNobodyIntoThePrivateNetwork() {
        goLive();
        tell();
        config.privateNetwork = false;

        send();

        assertThat(stub.received()).isEmpty();
        assertThat(subscriptions.list(grace)).isEmpty();
    }

    @Test
    void aBrowserIsOnePersonsAndKnownOnce() {
        var first = subscribe(grace, browser);
        goLive();
        tell();
        assertThat(subscriptions.list(grace)).hasSize(1);
        database.inTransaction(() -> subscriptions.remove(linus, first.id()));
        assertThat(subscriptions.list(grace)).as("after a stranger removed it").hasSize(1);

        subscribe(linus, browser);

        assertThat(subscriptions.list(grace)).isEmpty();
        assertThat(send()).as("what was for grace").isZero();
        database.inTransaction(() -> subscriptions.remove(linus, first.id()));
        assertThat(subscriptions.list(linus)).isEmpty();
    }

    @Test
    void takesTenDevicesOfAnAccount() {
        for (int i = 1; i < PushSubscriptions.MOST; i++) {
            subscribe(grace, new PushBrowser(stub.origin() + "/" + i));
        }

        assertThatThrownBy(() -> subscribe(grace, new PushBrowser(stub.origin() + "/one-more")))
                .isInstanceOf(TooManyDevices.class);

        subscribe(grace, browser); // known already
        assertThat(subscriptions.list(grace)).hasSize(PushSubscriptions.MOST);
    }

    @Test
    void refusesKeysThatAreNone() {
        var good = browser.subscription().keys();
        var offTheCurve = Base64.getUrlEncoder().encodeToString(new byte[65]).replaceFirst("AA", "BA");

        for (var key : List.of("", "no base64!", "AAAA", offTheCurve)) {
            assertRefused("p256dh", new NewPushSubscription.Keys(key, good.auth()));
        }
        for (var auth : List.of("", "no base64!", "AAAA")) {
            assertRefused("auth", new NewPushSubscription.Keys(good.p256dh(), auth));
        }
    }

    @Test
    void whoSignsOutIsNotToldThereAnyMore() {
        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("""
                        insert into sign_ins (id, account_id, kind, created_at, last_used_at, expires_at)
                        values (:id, :account, 'API', now(), now(), now())
                        """)
                .setParameter("id", grace.signIn())
                .setParameter("account", grace.id())
                .executeUpdate());
        subscribe(grace, browser);

        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("update sign_ins set ended_at = now()")
                .executeUpdate());

        assertThat(subscriptions.list(grace)).isEmpty();
    }

    @Test
    void allNodesHaveOneKeyAndANewSecretKeepsItWhileThePreviousIsNamed() throws Exception {
        Crowd.run(database, 4, Collections.nCopies(8, (Consumer<EntityManager>)
                entityManager -> keys(entityManager, SealOnTest.of(1)).get()));
        var key = database.inTransaction(() -> keys(1).publicKey());

        database.inTransaction(
                () -> keys(database.entityManager(), SealOnTest.renewed(2, 1)).get());

        assertThat(database.inTransaction(() -> keys(2).get().extractPublicKeyInUncompressedFormAsString()))
                .isEqualTo(key);
        assertThat(subscriptions.list(grace)).hasSize(1);
        assertThat(database.inTransaction(() -> keys(3).get().extractPublicKeyInUncompressedFormAsString()))
                .as("sealed with a secret that is lost")
                .isNotEqualTo(key);
        assertThat(subscriptions.list(grace)).isEmpty();
    }

    private void assertRefused(String field, NewPushSubscription.Keys keys) {
        assertThatThrownBy(() -> database.inTransaction(
                        () -> subscriptions.add(grace, DEVICE, new NewPushSubscription(stub.origin() + "/x", keys))))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting("field")
                        .containsExactly(field));
    }

    private PushSubscriptionJson subscribe(SignedIn who, PushBrowser browser) {
        return database.inTransaction(() -> subscriptions.add(who, DEVICE, browser.subscription()));
    }

    /** Sends what is due, as the sender's thread does; gives how many it were. */
    private int send() {
        var pair = database.inTransaction(() -> keys(1).get());
        var due = database.inTransaction(() -> pushes.claim(16));
        for (var push : due) {
            try {
                var answer = service.send(push, pair);
                database.inTransaction(() -> pushes.settle(push, answer));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return due.size();
    }

    private void tell() {
        database.inTransaction(() -> AnnouncementsOnTest.announcements(database.entityManager(), clock)
                .tell());
    }

    private void goLive() {
        BroadcastsOnTest.start(database, clock, "ada");
        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("update broadcasts set title = 'Live, at last'")
                .executeUpdate());
    }

    private void end() {
        BroadcastsOnTest.end(database, clock, "ada");
    }

    private PushSubscriptions subscriptions(EntityManager entityManager) {
        var made = new PushSubscriptions();
        made.entityManager = entityManager;
        made.config = config;
        made.clock = clock;
        return made;
    }

    private Pushes pushes(EntityManager entityManager) {
        var made = new Pushes();
        made.entityManager = entityManager;
        made.clock = clock;
        return made;
    }

    private PushKeys keys(int secret) {
        return keys(database.entityManager(), SealOnTest.of(secret));
    }

    private PushKeys keys(EntityManager entityManager, Seal seal) {
        var made = new PushKeys();
        made.entityManager = entityManager;
        made.seal = seal;
        made.clock = clock;
        return made;
    }
}
