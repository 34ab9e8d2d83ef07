/** How often something may be done, and how often one may guess: counted in the database, so by all nodes together. */
package streaming.limit;
