/** What happened to accounts and who did it: a log that is only added to. */
package streaming.audit;
