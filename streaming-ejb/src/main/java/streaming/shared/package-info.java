/** What every feature stands on: refusals and their wire form, secrets, the database, the clock. Knows no feature. */
package streaming.shared;
