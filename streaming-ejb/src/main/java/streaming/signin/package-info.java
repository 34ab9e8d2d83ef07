/** Signing in, and what proves it from then on: the site's cookie, access and refresh tokens, personal tokens. */
package streaming.signin;
