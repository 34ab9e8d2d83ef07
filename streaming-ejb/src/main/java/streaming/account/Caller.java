package streaming.account;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who asks in this request; the site's authentication says it once, at the start. */
@RequestScoped
public class Caller {

    private SignedIn signedIn;
    private String proof;
    private RuntimeException fault;

    /** Tells who it is, and by which token or session. */
    public void is(SignedIn who, String token) {
        this.signedIn = who;
        this.proof = token;
    }

    /** Tells that it could not be found out. */
    public void isUnknownFor(RuntimeException reason) {
        this.fault = reason;
    }

    public Optional<SignedIn> find() {
        if (fault != null) {
            throw new IllegalStateException("Who asks could not be found out", fault);
        }
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
