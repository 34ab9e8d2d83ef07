package streaming.account;

import streaming.shared.Secret;

/** A sign-in to the API; {@code expiresIn} is the access token's, in seconds (RFC 6749 §5.1). */
public record TokensJson(
        String accessToken, String refreshToken, String tokenType, long expiresIn, AccountJson account) {

    static TokensJson of(Secret access, Secret refresh, Account account) {
        return new TokensJson(
                access.text(),
                refresh.text(),
                "Bearer",
                TokenKind.ACCESS.lifetime().toSeconds(),
                AccountJson.of(account));
    }
}
