/**
 * Single sign-on: which account is whose identity at a provider. It links and unlinks them, makes accounts for people
 * who come by one, and gives and takes the roles that a provider's groups stand for.
 */
package streaming.sso;
