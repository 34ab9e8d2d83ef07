/** What viewers think of a channel: one to five stars each. */
package streaming.rating;
