/**
 * Mail that is not lost: it is written in the transaction that has a reason for it, and sent by a thread of each node
 * once that has committed. Features say what is in a letter; this package knows how it looks and how it travels.
 */
package streaming.mail;
