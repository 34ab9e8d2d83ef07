package streaming.signin;

import streaming.account.Account;
import streaming.account.AccountJson;
import streaming.shared.Secret;

/** A sign-in to the API; {@code expiresIn} is the access token's, in seconds (RFC 6749 §5.1). */
public record TokensJson(
        String accessToken, String refreshToken, String tokenType, long expiresIn, AccountJson account) {

    static TokensJson of(String access, Secret refresh, Account account) {
        return new TokensJson(
                access, refresh.text(), "Bearer", AccessTokens.LIFETIME.toSeconds(), AccountJson.of(account));
    }
}
