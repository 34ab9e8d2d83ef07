package streaming.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.util.Locale;

/** What a channel mostly shows. Its slug is its address and stays when it is renamed. */
@Entity
@Table(name = "categories")
public class Category {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;
    private String name;
    private boolean hidden;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "merged_into")
    private Category mergedInto;

    protected Category() {} // for JPA

    Category(String name) {
        this.slug = slugOf(name);
        this.name = name;
    }

    /** The name as an address has it: {@code Just chatting} is {@code just-chatting}; empty if nothing is left. */
    static String slugOf(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    void rename(String other) {
        name = other;
    }

    void hide(boolean away) {
        hidden = away;
    }

    void mergeInto(Category other) {
        mergedInto = other;
    }

    /** Itself, or what it was merged into. */
    Category current() {
        return mergedInto == null ? this : mergedInto;
    }

    public long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public boolean isHidden() {
        return hidden;
    }
}
