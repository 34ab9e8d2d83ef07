package streaming.catalog;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import streaming.audit.Audit;
import streaming.caller.AdminRequired;
import streaming.caller.SignedIn;
import streaming.caller.StaffRequired;
import streaming.shared.InvalidInput;

/** The categories: everybody sees them, staff also the hidden ones, admins change them. */
@Stateless
public class Categories {

    private static final int LONGEST = 50;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Audit audit;

    @Inject
    Event<CatalogChanged> changed;

    /** All that are shown, by name. */
    public List<CategoryJson> list() {
        return rows("""
                        select g.slug, g.name, g.image, g.channels, coalesce(l.live, 0) as live
                        from categories g
                        left join (select c.category_id, count(*) as live
                                   from broadcasts b join channels c on c.id = b.channel_id
                                   where b.ended_at is null group by c.category_id) l on l.category_id = g.id
                        where not g.hidden and g.merged_into is null
                        order by lower(g.name)
                        """)
                .map(row -> new CategoryJson(
                        row.get("slug", String.class),
                        row.get("name", String.class),
                        row.get("channels", Long.class),
                        row.get("live", Long.class),
                        image(row)))
                .toList();
    }

    /** The category at an address, or the one that it was merged into; none if it is hidden. */
    public Optional<Category> find(String slug) {
        return entityManager
                .createQuery("""
                        select c from Category c left join fetch c.mergedInto where c.slug = :slug
                        """, Category.class)
                .setParameter("slug", slug)
                .getResultStream()
                .map(Category::current)
                .filter(category -> !category.isHidden())
                .findFirst();
    }

    /**
     * All of them, also the hidden ones.
     *
     * @throws StaffRequired the caller is neither staff nor admin
     */
    public List<CatalogEntry> all(SignedIn who) {
        if (!who.staff() && !who.admin()) {
            throw new StaffRequired();
        }
        return rows("""
                        select g.slug, g.name, g.image, g.hidden, g.channels
                        from categories g where g.merged_into is null order by lower(g.name)
                        """)
                .map(row -> new CatalogEntry(
                        row.get("slug", String.class),
                        row.get("name", String.class),
                        row.get("hidden", Boolean.class),
                        row.get("channels", Long.class),
                        image(row)))
                .toList();
    }

    private Stream<Tuple> rows(String sql) {
        Stream<?> rows = entityManager.createNativeQuery(sql, Tuple.class).getResultStream();
        return rows.map(Tuple.class::cast);
    }

    private static String image(Tuple row) {
        return Category.imageAddress(row.get("slug", String.class), row.get("image", String.class));
    }

    /**
     * Makes a category.
     *
     * @throws AdminRequired the caller is no admin
     * @throws CategoryTaken there is one of this name, or at the address that it would have
     * @throws InvalidInput the name is none
     */
    public Category add(SignedIn admin, String typed) {
        requireAdmin(admin);
        var name = name(typed);
        requireFree(name, "");
        var category = new Category(name);
        entityManager.persist(category);
        audit.record("category-added", null, category.slug());
        return category;
    }

    /** Gives it another name; its address stays. Refuses as {@link #add}, and with {@link NoSuchCategory}. */
    public void rename(SignedIn admin, String slug, String typed) {
        var category = get(admin, slug);
        var name = name(typed);
        requireFree(name, slug);
        category.rename(name);
        audit.record("category-renamed", null, slug + " to " + name);
        changed.fire(new CatalogChanged());
    }

    /** Shows it nowhere, or again; its channels keep it. Refuses as {@link #rename}. */
    public void hide(SignedIn admin, String slug, boolean hidden) {
        get(admin, slug).hide(hidden);
        audit.record(hidden ? "category-hidden" : "category-shown", null, slug);
        changed.fire(new CatalogChanged());
    }

    /** Files all channels of one under another, to which its address leads from then on. Refuses as {@link #rename}. */
    public void merge(SignedIn admin, String slug, String into) {
        var from = get(admin, slug);
        var to = get(admin, into);
        if (from.id() == to.id()) {
            throw new InvalidInput("into", "Choose another category.");
        }
        from.mergeInto(to);
        entityManager.flush();
        move("update channels set category_id = :to where category_id = :from", from, to);
        move("update categories set merged_into = :to where merged_into = :from", from, to);
        audit.record("category-merged", null, slug + " into " + into);
        changed.fire(new CatalogChanged());
    }

    private void move(String sql, Category from, Category to) {
        entityManager
                .createNativeQuery(sql)
                .setParameter("from", from.id())
                .setParameter("to", to.id())
                .executeUpdate();
    }

    private Category get(SignedIn admin, String slug) {
        requireAdmin(admin);
        return entityManager
                .createQuery("select c from Category c where c.slug = :slug and c.mergedInto is null", Category.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchCategory(slug));
    }

    /** Neither a name nor, for a new one, an address is given twice. */
    private void requireFree(String name, String but) {
        var taken = entityManager
                .createQuery("""
                        select count(c) from Category c where c.slug <> :but
                        and (lower(c.name) = lower(:name) and c.mergedInto is null or :but = '' and c.slug = :slug)
                        """, Long.class)
                .setParameter("but", but)
                .setParameter("name", name)
                .setParameter("slug", Category.slugOf(name))
                .getSingleResult();
        if (taken > 0) {
            throw new CategoryTaken(name);
        }
    }

    private static String name(String typed) {
        var name = typed == null ? "" : typed.strip();
        if (name.length() > LONGEST || Category.slugOf(name).isEmpty()) {
            throw new InvalidInput("name", "Use 1 to %d characters, with a Latin letter or digit.".formatted(LONGEST));
        }
        return name;
    }

    private static void requireAdmin(SignedIn who) {
        if (!who.admin()) {
            throw new AdminRequired();
        }
    }
}
