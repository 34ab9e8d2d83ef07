/** Who somebody is: sign-up, names, addresses, passwords. */
package streaming.account;
