package streaming.image;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import streaming.shared.Background;

/** Every hour, the images that nobody uses go. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
public class ImagePurge {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Images images;

    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "image-purge", Duration.ofHours(1), images::purge);
    }

    @PreDestroy
    void stop() {
        background.close();
    }
}
