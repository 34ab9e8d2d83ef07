package streaming.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import streaming.caller.Caller;
import streaming.follow.Follows;
import streaming.rating.Ratings;

/** How the visitor stands to the channel whose page this is. */
@Named
@RequestScoped
public class Ties {

    private static final List<Integer> STARS = List.of(1, 2, 3, 4, 5);

    @Inject
    Caller caller;

    @Inject
    Follows follows;

    @Inject
    Ratings ratings;

    private Boolean following;
    private Integer stars;

    /** Whether they follow it; the page asks more than once. */
    public boolean isFollowing(String channel) {
        if (following == null) {
            following = caller.find()
                    .map(who -> follows.get(who, channel).following())
                    .orElse(false);
        }
        return following;
    }

    /** The stars they gave it; 0 for none. */
    public int stars(String channel) {
        if (stars == null) {
            stars = caller.find().map(who -> ratings.get(who, channel).stars()).orElse(0);
        }
        return stars;
    }

    public List<Integer> getAll() {
        return STARS;
    }
}
