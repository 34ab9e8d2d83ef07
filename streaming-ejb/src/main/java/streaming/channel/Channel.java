package streaming.channel;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import streaming.account.Account;
import streaming.caller.SignedIn;
import streaming.catalog.Category;

/** An account's place on the site: where it broadcasts and where its viewers meet. */
@Entity
@Table(name = "channels")
public class Channel {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(optional = false, fetch = FetchType.LAZY)
    private Account owner;

    private String name;
    private String title = "";
    private String bio = "";
    private String language = "en";
    private int graceSeconds;
    private boolean takeOver;
    private int dvrSeconds = IngestRules.LONGEST_DVR;
    private String avatar;
    private String cover;
    private String thumbnail;
    private Instant createdAt;
    private long version;
    private List<String> tags = List.of();

    @ManyToOne(fetch = FetchType.LAZY)
    private Category category;

    @ElementCollection
    @CollectionTable(name = "channel_links", joinColumns = @JoinColumn(name = "channel_id"))
    @OrderColumn(name = "position")
    private List<SocialLink> links = new ArrayList<>();

    protected Channel() {} // for JPA

    Channel(Account owner, Duration grace, Instant now) {
        this.owner = owner;
        this.graceSeconds = (int) grace.toSeconds();
        this.name = owner.username();
        this.createdAt = now;
    }

    /** Changes what the edit names of texts and language, and leaves the rest; it is another version then. */
    void edit(ChannelEdit edit) {
        title = edit.title() == null ? title : edit.title().strip();
        bio = edit.bio() == null ? bio : edit.bio().strip();
        language = edit.language() == null ? language : edit.language();
        version++;
    }

    IngestRules rules() {
        return new IngestRules(graceSeconds, takeOver, dvrSeconds);
    }

    void rule(IngestRules rules) {
        graceSeconds = rules.graceSeconds();
        takeOver = rules.takeOver();
        dvrSeconds = rules.dvrSeconds() == null ? dvrSeconds : rules.dvrSeconds();
    }

    void file(Category under) {
        category = under;
    }

    /** Takes these tags in place of all it had. */
    void tag(List<String> names) {
        tags = List.copyOf(names);
    }

    /** Takes these links in place of all it had. */
    void link(List<SocialLink> others) {
        links.clear();
        links.addAll(others);
    }

    /** Shows another image, or the drawn one for null; gives the name of the own one until now, or null. */
    String show(ChannelImage image, String imageName) {
        var before = image(image);
        switch (image) {
            case AVATAR -> avatar = imageName;
            case COVER -> cover = imageName;
            case THUMBNAIL -> thumbnail = imageName;
        }
        return before;
    }

    /** The name of the own image; null where there is none. */
    String image(ChannelImage image) {
        return switch (image) {
            case AVATAR -> avatar;
            case COVER -> cover;
            case THUMBNAIL -> thumbnail;
        };
    }

    public boolean isOwnedBy(SignedIn who) {
        return owner.id() == who.id();
    }

    public long id() {
        return id;
    }

    public Account owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public String bio() {
        return bio;
    }

    public String language() {
        return language;
    }

    /** How often its owner has edited it. */
    public long version() {
        return version;
    }

    /** Null where it is filed under none. */
    public Category category() {
        return category;
    }

    public List<String> tags() {
        return List.copyOf(tags);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
