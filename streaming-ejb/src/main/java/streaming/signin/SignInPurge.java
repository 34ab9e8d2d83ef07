package streaming.signin;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import streaming.passkey.Challenges;
import streaming.shared.Background;

/** Every ten minutes, the expired sign-ins, tokens and challenges go. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
public class SignInPurge {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    SignIns signIns;

    @Inject
    PendingSignIns pendingSignIns;

    @Inject
    Challenges challenges;

    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "sign-in-purge", Duration.ofMinutes(10), this::purge);
    }

    private void purge() {
        signIns.purge();
        pendingSignIns.purge();
        challenges.purge();
    }

    @PreDestroy
    void stop() {
        background.close();
    }
}
