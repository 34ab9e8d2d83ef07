/**
 * What owners decide about who may watch their channels, and how viewers get in: passwords, tickets, addresses for
 * players.
 */
package streaming.admission;
