package streaming.catalog;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.HashMap;

/** Knows where old addresses of categories and tags lead. Admins merge by hand, so they are few. */
@Stateless
public class Merges {

    @PersistenceContext
    EntityManager entityManager;

    /** All of them, by one statement. */
    public Merged all() {
        var categories = new HashMap<String, String>();
        var tags = new HashMap<String, String>();
        for (Object row : entityManager.createNativeQuery("""
                        select true as category, g.slug as name, k.slug as merged_into
                        from categories g join categories k on k.id = g.merged_into
                        union all
                        select false, t.name, t.merged_into from tags t where t.merged_into is not null
                        """, Tuple.class).getResultList()) {
            var merge = (Tuple) row;
            (merge.get("category", Boolean.class) ? categories : tags)
                    .put(merge.get("name", String.class), merge.get("merged_into", String.class));
        }
        return new Merged(categories, tags);
    }
}
