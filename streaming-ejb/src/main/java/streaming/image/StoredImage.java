package streaming.image;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An image that somebody uses. Its file was there before this row; the foreign keys of V7__profiles.sql keep it in use. */
@Entity
@Table(name = "images")
public class StoredImage {

    @Id
    private String name;

    @SuppressWarnings("unused") // the foreign key deletes it with its owner; null where it is the site's own
    private Long accountId;

    @SuppressWarnings("unused") // for whoever reads the table
    private Instant createdAt;

    protected StoredImage() {} // for JPA

    StoredImage(String name, Long accountId, Instant createdAt) {
        this.name = name;
        this.accountId = accountId;
        this.createdAt = createdAt;
    }

    String name() {
        return name;
    }
}
