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

    /** What it is drawn as, where no image was chosen. */
    static final String DRAWN = "category";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;
    private String name;
    private boolean hidden;
    private String image;

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

    /** Shows another image, or the drawn one for null; gives the name of the one until now, or null. */
    String show(String imageName) {
        var before = image;
        image = imageName;
        return before;
    }

    void mergeInto(Category other) {
        mergedInto = other;
    }

    /** Itself, or what it was merged into. */
    Category current() {
        return mergedInto == null ? this : mergedInto;
    }

    /** The name of the chosen image; null where there is none. */
    String image() {
        return image;
    }

    /** Where the image is on this site: the one of this name, or without a name the one that is drawn. */
    static String imageAddress(String slug, String imageName) {
        return imageName == null ? "/images/%s/%s.svg".formatted(DRAWN, slug) : "/images/" + imageName;
    }

    /** Where the image is on this site. */
    public String imageAddress() {
        return imageAddress(slug, image);
    }

    public boolean hasImage() {
        return image != null;
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
