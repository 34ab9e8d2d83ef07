/** Who somebody is: sign-up, sign-in, and the tokens and sessions that prove it from then on. */
package streaming.account;
