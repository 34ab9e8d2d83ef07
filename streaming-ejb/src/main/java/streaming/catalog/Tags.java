package streaming.catalog;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Stream;
import streaming.audit.Audit;
import streaming.caller.AdminRequired;
import streaming.caller.SignedIn;
import streaming.caller.StaffRequired;
import streaming.shared.InvalidInput;
import streaming.shared.Page;

/**
 * The tags: streamers make them by using them, staff see also the hidden ones, admins change them. A channel has its tags
 * as an array, which search and filters find by an index; that each of them is known here, this class sees to.
 */
@Stateless
public class Tags {

    // New ones are made; merged ones lead to what they were merged into; a hidden one comes back marked.
    private static final String TAKE = """
            with typed as (
                select name, position from unnest(cast(:names as text[])) with ordinality as t (name, position)
            ), made as (
                insert into tags (name) select name from typed order by name on conflict do nothing
            )
            select case when k.hidden then '#' else '' end || coalesce(k.name, typed.name)
            from typed
            left join tags t on t.name = typed.name
            left join tags k on k.name = coalesce(t.merged_into, t.name)
            order by position
            """;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Audit audit;

    @Inject
    Event<CatalogChanged> changed;

    /**
     * The tags that somebody typed, in their one form, each once.
     *
     * @throws InvalidInput one is no tag, or hidden, or there are too many
     */
    public List<String> take(List<String> typed) {
        var names = TagNames.normal(typed);
        if (names.isEmpty()) {
            return names;
        }
        Stream<?> rows = entityManager
                .createNativeQuery(TAKE, String.class)
                .setParameter("names", names.toArray(String[]::new))
                .getResultStream();
        var taken = rows.map(String.class::cast).distinct().toList();
        taken.stream().filter(name -> name.startsWith("#")).findFirst().ifPresent(hidden -> {
            throw new InvalidInput("tags", "The tag %s is not used here.".formatted(hidden.substring(1)));
        });
        return taken;
    }

    /** The tags that channels have, the commonest first; {@code begin} is how their names begin. */
    public Page<TagJson> list(String begin, int page, int size) {
        Stream<?> rows = entityManager
                .createNativeQuery("""
                        with page as (
                            select name, channels from tags
                            where not hidden and channels > 0 and starts_with(name, :begin)
                            order by channels desc, name limit :size offset :first
                        ), on_air as (
                            select u.name, count(*) as live
                            from broadcasts b join channels c on c.id = b.channel_id cross join unnest(c.tags) as u (name)
                            where b.ended_at is null group by u.name
                        )
                        select page.name, page.channels, coalesce(on_air.live, 0)
                        from page left join on_air on on_air.name = page.name
                        order by page.channels desc, page.name
                        """, TagJson.class)
                .setParameter("begin", TagNames.normal(begin))
                .setParameter("first", Math.multiplyExact(page, size))
                .setParameter("size", size)
                .getResultStream();
        var total = (Number) entityManager
                .createNativeQuery("""
                        select count(*) from tags where not hidden and channels > 0 and starts_with(name, :begin)
                        """)
                .setParameter("begin", TagNames.normal(begin))
                .getSingleResult();
        return new Page<>(rows.map(TagJson.class::cast).toList(), page, size, total.longValue());
    }

    /**
     * The tags with this in their name, also the hidden ones, the commonest first.
     *
     * @throws StaffRequired the caller is neither staff nor admin
     */
    public List<CatalogEntry> search(SignedIn who, String part, int most) {
        if (!who.staff() && !who.admin()) {
            throw new StaffRequired();
        }
        Stream<?> rows = entityManager
                .createNativeQuery("""
                        select t.name as key, t.name, t.hidden, t.channels, cast(null as text) as image
                        from tags t where t.merged_into is null and strpos(t.name, :part) > 0
                        order by t.channels desc, t.name
                        """, CatalogEntry.class)
                .setParameter("part", TagNames.normal(part))
                .setMaxResults(most)
                .getResultStream();
        return rows.map(CatalogEntry.class::cast).toList();
    }

    /**
     * Gives it another name, also on the channels that have it.
     *
     * @throws AdminRequired the caller is no admin
     * @throws NoSuchTag there is none of this name
     * @throws TagTaken there is one of the other name
     * @throws InvalidInput the other name is none
     */
    public void rename(SignedIn admin, String name, String typed) {
        require(admin, name);
        var other = one(typed);
        if (find(other)) {
            throw new TagTaken(other);
        }
        update("update tags set name = :other, channels = 0 where name = :name", name, other); // replacing counts them
        replace(name, other);
        audit.record("tag-renamed", null, name + " to " + other);
        changed.fire(new CatalogChanged());
    }

    /** Shows it nowhere and takes it from nobody, or shows it again. Refuses as {@link #rename}. */
    public void hide(SignedIn admin, String name, boolean hidden) {
        require(admin, name);
        entityManager
                .createNativeQuery("update tags set hidden = :hidden where name = :name")
                .setParameter("hidden", hidden)
                .setParameter("name", name)
                .executeUpdate();
        audit.record(hidden ? "tag-hidden" : "tag-shown", null, name);
        changed.fire(new CatalogChanged());
    }

    /** Puts another in its place, here and for whoever types it later. Refuses as {@link #rename}. */
    public void merge(SignedIn admin, String name, String typed) {
        require(admin, name);
        var into = one(typed);
        if (into.equals(name)) {
            throw new InvalidInput("into", "Choose another tag.");
        }
        require(admin, into);
        update("update tags set merged_into = :other where name = :name or merged_into = :name", name, into);
        replace(name, into);
        audit.record("tag-merged", null, name + " into " + into);
        changed.fire(new CatalogChanged());
    }

    /** On every channel, in the same place; a channel that has both keeps one. */
    private void replace(String name, String other) {
        update("""
                update channels set tags = case when cast(:other as text) = any (tags) then array_remove(tags, :name)
                                                else array_replace(tags, :name, :other) end
                where tags @> array[cast(:name as text)]
                """, name, other);
    }

    private void update(String sql, String name, String other) {
        Query query = entityManager.createNativeQuery(sql);
        query.setParameter("name", name).setParameter("other", other).executeUpdate();
    }

    private static String one(String typed) {
        return TagNames.normal(List.of(typed == null ? "" : typed)).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidInput("name", "Give a name."));
    }

    private boolean find(String name) {
        return !entityManager
                .createNativeQuery("select 1 from tags where name = :name")
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    private void require(SignedIn admin, String name) {
        if (!admin.admin()) {
            throw new AdminRequired();
        }
        var known = entityManager
                .createNativeQuery("select 1 from tags where name = :name and merged_into is null for update")
                .setParameter("name", name)
                .getResultList();
        if (known.isEmpty()) {
            throw new NoSuchTag(name);
        }
    }
}
