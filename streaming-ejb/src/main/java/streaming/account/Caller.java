package streaming.account;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who asks in this request; the site's authentication says it once, at the start. */
@RequestScoped
public class Caller {

    private SignedIn signedIn;
    private String proof;

    /** Tells who it is, and by which token or session. */
    public void is(SignedIn who, String token) {
        this.signedIn = who;
        this.proof = token;
    }

    public Optional<SignedIn> find() {
        return Optional.ofNullable(signedIn);
    }

    /** Who asks; refuses with {@link SignInRequired} if nobody is signed in. */
    public SignedIn get() {
        return find().orElseThrow(SignInRequired::new);
    }

    /**
     * The token or session that proved it.
     *
     * @throws SignInRequired if nobody is signed in
     */
    String proof() {
        get();
        return proof;
    }
}
