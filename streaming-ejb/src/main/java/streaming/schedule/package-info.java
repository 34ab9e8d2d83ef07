/** Streams that are planned: their owners announce them, calendars subscribe to them. */
package streaming.schedule;
