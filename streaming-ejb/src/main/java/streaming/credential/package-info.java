/**
 * What somebody signs in with, kept in their own hands: the address is confirmed and changed by links in mails, a
 * forgotten password is replaced by one, and whatever changes is told to the address.
 */
package streaming.credential;
