package streaming.signin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import streaming.account.Accounts;
import streaming.audit.Audit;
import streaming.caller.Device;
import streaming.caller.Scope;
import streaming.caller.SignedIn;
import streaming.limit.Limit;
import streaming.limit.Limits;
import streaming.shared.InvalidInput;
import streaming.shared.Secret;

/** Tokens that somebody makes for their own programs, with scopes and an end. */
@Stateless
public class PersonalTokens {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    Validator validator;

    @Inject
    Limits limits;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Makes one.
     *
     * @return with the token's text, which nobody can be shown again
     * @throws InvalidInput with the fields that break a rule
     */
    public PersonalTokenJson make(SignedIn who, NewPersonalToken input) {
        InvalidInput.check(validator, input);
        limits.check(Limit.PERSONAL_TOKEN, Long.toString(who.id()));
        var scopes = input.scopes().stream()
                .flatMap(name -> Scope.find(name).stream())
                .collect(Collectors.toSet());
        var secret = Secret.random();
        var now = clock.instant();
        var end = now.plus(Duration.ofDays(input.days()));
        var signIn = SignIn.personal(accounts.get(who.id()), input.name(), scopes, secret, Device.UNKNOWN, now, end);
        entityManager.persist(signIn);
        audit.record("personal-token-made", who.id(), Scope.join(scopes));
        return new PersonalTokenJson(
                Proof.PERSONAL_PREFIX + new Proof(signIn.id(), secret).text(), SignInJson.of(signIn, who.signIn()));
    }
}
