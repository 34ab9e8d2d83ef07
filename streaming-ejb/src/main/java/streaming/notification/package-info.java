/** Tells followers that a channel went live: once a broadcast, unread until they say so, by mail if they want it. */
package streaming.notification;
