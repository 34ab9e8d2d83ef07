/**
 * Asks OpenID Connect providers who somebody is: the authorization code flow with PKCE, for any number of providers of
 * the configuration. It knows no account: what one's identity elsewhere means here, {@code streaming.sso} decides.
 */
package streaming.oidc;
