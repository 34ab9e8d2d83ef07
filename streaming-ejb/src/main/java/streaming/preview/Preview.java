package streaming.preview;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The last still of a channel. {@link Previews} writes it by SQL, which decides between nodes; lists read it. */
@Entity
@Table(name = "previews")
public class Preview {

    @Id
    private Long channelId;

    @SuppressWarnings("unused") // a still of the broadcast before is none of this one
    private Long broadcastId;

    @SuppressWarnings("unused")
    private Instant dueAt;

    @SuppressWarnings("unused") // null until the first is taken
    private String name;

    protected Preview() {} // for JPA
}
