package streaming.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import streaming.caller.SignedIn;
import streaming.shared.Problem;
import streaming.shared.Secret;
import streaming.shared.ServerSecret;
import streaming.signin.KnownSignIns;

/**
 * Hands viewers the tokens by which what serves video knows them, and says whether one is good. For any of a channel's
 * video: what runs, and what was recorded.
 */
@ApplicationScoped
public class Playback {

    /** The cookie that browsers bear a token in, for the addresses of one channel. */
    public static final String COOKIE = "streaming_watch";

    private static final String PURPOSE = "watch-tokens";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Watching watching;

    @Inject
    WatchSessions sessions;

    @Inject
    KnownSignIns signIns;

    @Inject
    ServerSecret secret;

    @Inject
    AccessConfig config;

    @Inject
    Clock clock;

    /**
     * A token for who may watch; empty where the channel asks for none, or there is no such channel. Refuses as
     * {@link Watching#check}.
     *
     * @param viewer whose id, if there is one, stands for the device: each token for who has none is another device
     */
    public Optional<WatchPass> start(Viewer viewer, String channel) {
        var standing = watching.find(viewer, channel);
        standing.flatMap(found -> found.refusal(viewer.account())).ifPresent(refusal -> {
            throw refusal;
        });
        return standing.filter(found -> !found.visibility().isOpen()).map(found -> issue(viewer, found));
    }

    private WatchPass issue(Viewer viewer, Standing standing) {
        var account = Optional.ofNullable(viewer.account());
        var expiresAt = clock.instant().plus(config.tokens());
        var token = new WatchToken(
                standing.channelId(),
                account.map(SignedIn::id).orElse(0L),
                account.map(SignedIn::signIn).orElse(new UUID(0, 0)),
                device(viewer),
                account.isPresent() ? new byte[32] : viewer.pass(),
                expiresAt);
        return new WatchPass(standing.channel(), token.text(secret.keyFor(PURPOSE)), expiresAt, config.tokens());
    }

    private static long device(Viewer viewer) {
        return viewer.id() == null
                ? RANDOM.nextLong()
                : ByteBuffer.wrap(new Secret("device " + viewer.id()).hash()).getLong();
    }

    /**
     * Lets who bears a token have the channel's video now; where the channel is open, anybody.
     *
     * @param token null or empty for none
     * @throws WatchTokenRequired the token is none, or good no more, or there is no such channel
     * @throws TooManySessions its account watches on too many devices
     * @throws Problem why its bearer may watch no more, as {@link Watching#check} says it
     */
    public void check(String token, String channel) {
        var read = WatchToken.read(token, secret.keysFor(PURPOSE))
                .filter(one -> clock.instant().isBefore(one.expiresAt()));
        var account = read.filter(one -> one.accountId() != 0).flatMap(this::account);
        var standing = watching.find(
                        account.orElse(null), read.map(WatchToken::pass).orElse(null), channel)
                .orElseThrow(() -> new WatchTokenRequired(channel));
        if (standing.visibility().isOpen()) {
            return;
        }
        var bearer = read.filter(one -> one.channelId() == standing.channelId())
                .filter(one -> one.accountId() == 0 || account.isPresent())
                .orElseThrow(() -> new WatchTokenRequired(channel));
        standing.refusal(account.orElse(null)).ifPresent(refusal -> {
            throw refusal;
        });
        if (bearer.accountId() != 0) {
            sessions.seen(bearer.accountId(), bearer.session());
        }
    }

    /** Whose token it is, if they are still signed in by what they got it with, and not shut out. */
    private Optional<SignedIn> account(WatchToken token) {
        return signIns.stillSignedIn(new SignedIn(token.accountId(), "", Set.of(), token.signIn(), Set.of()))
                .filter(now -> now.id() == token.accountId());
    }
}
