package streaming.restream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import jakarta.validation.Validation;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.audit.AuditOnTest;
import streaming.broadcast.Fence;
import streaming.caller.Caller;
import streaming.channel.ChannelsOnTest;
import streaming.channel.NotYourChannel;
import streaming.encode.ProgramStatus;
import streaming.encode.ProgramStatus.State;
import streaming.ingest.IngestOnTest;
import streaming.restream.Sendings.Due;
import streaming.shared.InvalidInput;
import streaming.shared.SealOnTest;
import streaming.shared.TestClock;

class RestreamsTest {

    private static final NewRestream OTHER = new NewRestream("Other", "rtmp://live.example.org/app", "the-key", null);
    private static final Fence FENCE = new Fence("local", "boot", 1);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Restreams restreams = new Restreams();
    final Sendings sendings = new Sendings();
    ChannelsOnTest site;
    IngestOnTest ingest;
    Account ada;

    @BeforeEach
    void open() {
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        ingest = new IngestOnTest(database, clock, site);
        restreams.entityManager = database.entityManager();
        restreams.validator = Validation.buildDefaultValidatorFactory().getValidator();
        restreams.seal = SealOnTest.of(7);
        restreams.config = new RestreamConfig();
        restreams.config.most = 2;
        restreams.audit = AuditOnTest.audit(database, clock, new Caller());
        restreams.clock = clock;
        sendings.dataSource = database.dataSource();
        sendings.clock = clock;
        ada = site.signUp("ada");
    }

    @Test
    void isSentWhileTheChannelIsLiveAndSwitchedOn() {
        var added = add(OTHER);
        assertThat(added.state()).isEqualTo("idle");
        assertThat(sendings.claim("one")).as("not live").isEmpty();

        ingest.goLive(ada, FENCE);
        var due = sendings.claim("one");
        assertThat(due)
                .extracting(Due::channel, Due::address)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ada", "rtmp://live.example.org/app"));
        assertThat(Restream.key(due.get(0).sealedKey(), restreams.seal)).isEqualTo("the-key");
        assertThat(due.toString()).doesNotContain("the-key");
        assertThat(sendings.claim("two")).as("another node").isEmpty();

        edit(added, new RestreamEdit(null, null, null, false));
        assertThat(sendings.claim("one")).as("switched off").isEmpty();
        assertThat(list().get(0).state()).isEqualTo("off");
        edit(added, new RestreamEdit(null, null, null, true));
        ingest.done(FENCE);
        assertThat(sendings.claim("one")).as("over").isEmpty();
    }

    @Test
    void tellsHowItDoesAsLongAsTheNodeThatSendsIsThere() {
        add(OTHER);
        ingest.goLive(ada, FENCE);
        var due = sendings.claim("one").get(0);
        var now = clock.instant();

        sendings.keep(
                due.id(), "one", new ProgramStatus(State.WAITING, now, "It broke.", now.plusSeconds(2), List.of()));
        assertThat(list().get(0))
                .extracting(RestreamJson::state, RestreamJson::trouble, RestreamJson::nextTryAt)
                .containsExactly("waiting", "It broke.", now.plusSeconds(2));
        sendings.keep(due.id(), "one", new ProgramStatus(State.RUNNING, now, null, null, List.of()));
        assertThat(list().get(0).state()).isEqualTo("sending");
        sendings.keep(due.id(), "two", new ProgramStatus(State.STARTING, now, null, null, List.of()));
        assertThat(list().get(0).state()).as("by who does not send it").isEqualTo("sending");

        clock.advance(Sendings.LEASE.plusSeconds(1));
        assertThat(list().get(0).state()).as("of a node that died").isEqualTo("idle");
        assertThat(sendings.claim("two")).hasSize(1);
        assertThat(list().get(0).state()).as("not known yet").isEqualTo("idle");
        sendings.release(due.id(), "two");
        assertThat(sendings.claim("one")).hasSize(1);
    }

    @Test
    void isSentAnewWhenItsOwnerChangesIt() {
        var added = add(OTHER);
        ingest.goLive(ada, FENCE);
        var before = sendings.claim("one").get(0);

        edit(added, new RestreamEdit("New name", "rtmps://live.example.org/app", "another-key", null));

        var after = sendings.claim("one").get(0);
        assertThat(before.isSame(after)).isFalse();
        assertThat(before.isSame(before)).isTrue();
        assertThat(Restream.key(after.sealedKey(), restreams.seal)).isEqualTo("another-key");
        assertThat(list().get(0))
                .extracting(RestreamJson::name, RestreamJson::address)
                .containsExactly("New name", "rtmps://live.example.org/app");
    }

    @Test
    void refusesWhatBreaksARuleOrIsNotTheOwners() {
        for (var wrong : List.of(
                new NewRestream("", OTHER.address(), "k", true),
                new NewRestream("x".repeat(51), OTHER.address(), "k", true),
                new NewRestream("Other", "rtmp://127.0.0.1/app", "k", true),
                new NewRestream("Other", "", "k", true),
                new NewRestream("Other", OTHER.address(), "", true),
                new NewRestream("Other", OTHER.address(), "k\nrtmp_app=x", true),
                new NewRestream("Other", OTHER.address(), "k".repeat(301), true))) {
            assertThatThrownBy(() -> add(wrong)).isInstanceOf(InvalidInput.class);
        }
        var added = add(OTHER);
        assertThatThrownBy(() -> add(new NewRestream("OTHER", OTHER.address(), "k", true)))
                .isInstanceOf(InvalidInput.class);
        add(new NewRestream("Second", OTHER.address(), "k", true));
        assertThatThrownBy(() -> add(new NewRestream("Third", OTHER.address(), "k", true)))
                .isInstanceOf(TooManyRestreams.class);
        assertThatThrownBy(() -> edit(added, new RestreamEdit("Second", null, null, null)))
                .isInstanceOf(InvalidInput.class);

        var bob = signedIn(site.signUp("bob"));
        assertThatThrownBy(() -> database.inTransaction(() -> restreams.list(bob, "ada")))
                .isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> database.inTransaction(() -> restreams.remove(bob, "bob", added.id())))
                .isInstanceOf(NoSuchRestream.class);
        database.inTransaction(() -> restreams.remove(signedIn(ada), "ada", added.id()));
        assertThat(list()).extracting(RestreamJson::name).containsExactly("Second");
        assertThatThrownBy(
                        () -> database.inTransaction(() -> restreams.remove(signedIn(ada), "ada", UUID.randomUUID())))
                .isInstanceOf(NoSuchRestream.class);
    }

    private RestreamJson add(NewRestream input) {
        return database.inTransaction(() -> restreams.add(signedIn(ada), "ada", input));
    }

    private void edit(RestreamJson of, RestreamEdit edit) {
        Supplier<RestreamJson> edited = () -> restreams.edit(signedIn(ada), "ada", of.id(), edit);
        database.inTransaction(edited);
    }

    private List<RestreamJson> list() {
        return database.inTransaction(() -> restreams.list(signedIn(ada), "ada"));
    }
}
