package streaming.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import streaming.caller.Role;

class ProviderTest {

    private static final URI CALLBACK = URI.create("https://live.example/login/with/acme/callback");
    private static final Map<String, String> ANSWER = Map.of("code", "the-code", "state", "the-state");

    private final StubProvider stub = new StubProvider();
    private final Attempt attempt = new Attempt(
            "acme", "the-state", StubProvider.NONCE, "a-verifier-of-at-least-forty-three-characters", "/", 0);

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void sendsTheBrowserWithAChallengeOfTheVerifierAndNeverWithTheVerifier() {
        var address = provider().signIn(attempt, CALLBACK).toString();

        assertThat(address)
                .startsWith(stub.issuer() + "/authorize?")
                .contains("response_type=code", "client_id=streaming", "state=the-state", "nonce=the-nonce")
                .contains("code_challenge_method=S256", "scope=openid+profile+email")
                .contains("redirect_uri=https%3A%2F%2Flive.example%2Flogin%2Fwith%2Facme%2Fcallback")
                .doesNotContain(attempt.verifier());
    }

    @Test
    void readsWhoItIsFromTheIdToken() {
        stub.set("roles.admin", "/streaming-admins, /operators");
        stub.set("roles.moderator", "/moderators");

        var identity = identify();

        assertThat(identity)
                .isEqualTo(
                        new Identity("acme", StubProvider.SUBJECT, "ada@acme.example", "ada", "", Set.of(Role.ADMIN)));
        assertThat(stub.lastTokenRequest()).contains("code=the-code", "code_verifier=" + attempt.verifier());
    }

    @Test
    void refusesATokenThatIsNotForThisSignIn() {
        assertRefused(claims -> claims.claim("nonce", "of another sign-in"));
        assertRefused(claims -> claims.claim("nonce", null));
        assertRefused(claims -> claims.issuer("https://elsewhere.example"));
        assertRefused(claims -> claims.audience("another client"));
        assertRefused(claims -> claims.expirationTime(StubProvider.inSeconds(-300)));
        assertRefused(claims -> claims.issueTime(StubProvider.inSeconds(3600)));
        assertRefused(claims -> claims.subject(null));
    }

    @Test
    void refusesATokenThatTheProviderDidNotSign() throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(stub.issuer())
                .audience(StubProvider.CLIENT)
                .subject(StubProvider.SUBJECT)
                .issueTime(StubProvider.inSeconds(0))
                .expirationTime(StubProvider.inSeconds(60))
                .claim("nonce", StubProvider.NONCE)
                .build();
        var bySecret = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        bySecret.sign(new MACSigner("the secret of the client, which is long enough for it"));
        var good = stub.signed(any -> {});

        stub.answersToken(200, StubProvider.tokens(new PlainJWT(claims).serialize()));
        assertFails("Signed ID token expected");
        stub.answersToken(200, StubProvider.tokens(bySecret.serialize()));
        assertFails("Another algorithm expected");
        stub.answersToken(200, StubProvider.tokens(good.substring(0, good.length() - 8) + "AAAAAAAA"));
        assertFails("BadJWSException");
    }

    @Test
    void fetchesTheKeysAgainWhenTheProviderRotatedThem() {
        var provider = provider();
        provider.identify(attempt, ANSWER, CALLBACK);

        stub.rotateKey("second");

        assertThat(provider.identify(attempt, ANSWER, CALLBACK).subject()).isEqualTo(StubProvider.SUBJECT);
    }

    @Test
    void believesNoAddressThatTheProviderHasNotVerified() {
        stub.issues(claims -> claims.claim("email_verified", false));

        assertThat(identify().email()).isEmpty();
    }

    @Test
    void asksTheUserInfoForWhatTheIdTokenLacksIfItIsOfTheSamePerson() {
        stub.issues(claims -> claims.claim("email", null).claim("email_verified", null));
        stub.answersUserInfo("""
                {"sub":"f81d4fae","email":"ada@acme.example","email_verified":"true"}""");
        assertThat(identify().email()).isEqualTo("ada@acme.example");

        stub.answersUserInfo("""
                {"sub":"somebody else","email":"eve@acme.example","email_verified":true}""");
        assertFails("somebody else");
    }

    @Test
    void readsGroupsFromANestedClaim() {
        stub.set("roles.staff", "streaming-staff");
        stub.set("groups-claim", "realm_access.roles");
        stub.issues(claims -> claims.claim("realm_access", Map.of("roles", List.of("streaming-staff"))));

        assertThat(identify().roles()).containsExactly(Role.STAFF);
    }

    @Test
    void letsOnlyThoseInWhoHaveTheRequiredClaims() {
        stub.set("required-claims", "hd=acme.example");
        assertFails("hd");

        stub.issues(claims -> claims.claim("hd", "acme.example"));

        assertThat(identify().subject()).isEqualTo(StubProvider.SUBJECT);
    }

    @Test
    void followsTheWaysOfVk() {
        stub.set("preset", "vk");
        for (var endpoint : new String[] {"authorize/authorization", "token/token", "user-info/user-info"}) {
            stub.set(
                    endpoint.replaceAll(".*/", "") + "-endpoint", stub.issuer() + "/" + endpoint.replaceAll("/.*", ""));
        }
        stub.answersToken(200, """
                {"access_token":"access","token_type":"Bearer","expires_in":60,"user_id":1234567890}""");
        stub.answersUserInfo("""
                {"user":{"user_id":"1234567890","first_name":"Ada","last_name":"L.","email":"ada@vk.example"}}""");

        var identity = provider().identify(attempt, Map.of("code", "c", "state", "s", "device_id", "d"), CALLBACK);

        assertThat(identity).isEqualTo(new Identity("acme", "1234567890", "", "", "Ada L.", Set.of()));
        assertThat(stub.lastTokenRequest()).contains("device_id=d", "state=s", "client_id=streaming");
    }

    @Test
    void tellsACancelledSignInFromAFailedOne() {
        assertThatThrownBy(() -> provider().identify(attempt, Map.of("error", "access_denied"), CALLBACK))
                .isInstanceOf(SignInCancelled.class);
        assertThatThrownBy(() -> provider().identify(attempt, Map.of("error", "server_error"), CALLBACK))
                .isInstanceOf(ProviderFailed.class);
        assertThatThrownBy(() -> provider().identify(attempt, Map.of(), CALLBACK))
                .isInstanceOf(ProviderFailed.class);
    }

    @Test
    void believesNoAnswerOfAnotherProvider() {
        var answer = Map.of("code", "c", "state", "the-state", "iss", "https://elsewhere.example");

        assertThatThrownBy(() -> provider().identify(attempt, answer, CALLBACK)).isInstanceOf(ProviderFailed.class);
        assertThat(stub.tokenRequests()).isZero();
    }

    @Test
    void saysWhatTheProviderSaidAndNoSecret() {
        stub.answersToken(400, """
                {"error":"invalid_grant","error_description":"Code not valid"}""");

        assertFails("Code not valid");
    }

    @Test
    void readsNoMoreThanAProviderHasToSay() {
        stub.answersToken(200, "{\"a\":\"" + "x".repeat(600_000) + "\"}");

        assertFails("more than");
    }

    @Test
    void failsForAProviderThatIsNotThere() {
        stub.close();

        assertThatThrownBy(() -> provider().signIn(attempt, CALLBACK)).isInstanceOf(ProviderFailed.class);
    }

    private void assertRefused(Consumer<JWTClaimsSet.Builder> change) {
        stub.issues(change);
        assertThatThrownBy(this::identify).isInstanceOf(ProviderFailed.class);
    }

    private void assertFails(String reason) {
        var failed = catchThrowableOfType(ProviderFailed.class, this::identify);
        assertThat(failed.reason()).contains(reason).doesNotContain("the secret that no log has");
        assertThat(failed.getMessage()).doesNotContain(reason);
    }

    private Identity identify() {
        return provider().identify(attempt, ANSWER, CALLBACK);
    }

    private Provider provider() {
        return new Provider(stub.settings(), new ProviderHttp(Duration.ofSeconds(2)), Clock.systemUTC());
    }
}
