/** What {@code /health} says. The checks are in this module, since Payara looks for them in WARs alone. */
package streaming.web.health;
