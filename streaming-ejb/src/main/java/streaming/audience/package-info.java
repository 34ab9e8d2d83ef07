/** How many watch: each node leases its counts for a few seconds, the total is the sum of unexpired leases. */
package streaming.audience;
