/** What is asked of every request before anybody looks at what it wants: where it comes from, and for which site. */
package streaming.gate;
