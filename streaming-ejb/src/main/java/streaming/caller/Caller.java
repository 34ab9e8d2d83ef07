package streaming.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who asks in this request; the site's authentication says it once, at the start. */
@RequestScoped
public class Caller {

    private SignedIn signedIn;
    private Device device = Device.UNKNOWN;
    private RuntimeException fault;

    /** Tells what asks; who it is comes after. */
    public void comesFrom(Device from) {
        this.device = from;
    }

    /** Tells who it is. */
    public void is(SignedIn who) {
        this.signedIn = who;
    }

    /** Tells that it could not be found out. */
    public void isUnknownFor(RuntimeException reason) {
        this.fault = reason;
    }

    public Device device() {
        return device;
    }

    public Optional<SignedIn> find() {
        if (fault != null) {
            throw new IllegalStateException("Who asks could not be found out", fault);
        }
        return Optional.ofNullable(signedIn);
    }

    /** Who asks, for what only a sign-in of a person may do; refuses as {@link #get(Scope)}. */
    public SignedIn get() {
        return get(Scope.ACCOUNT);
    }

    /**
     * Who asks, for what this scope covers.
     *
     * @throws SignInRequired nobody is signed in
     * @throws ScopeRequired by a personal token that may not do this
     */
    public SignedIn get(Scope scope) {
        var who = find().orElseThrow(SignInRequired::new);
        if (!who.may(scope)) {
            throw new ScopeRequired(scope);
        }
        return who;
    }
}
