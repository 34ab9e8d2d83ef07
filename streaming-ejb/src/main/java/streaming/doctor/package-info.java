/** Tries ingest nodes out, from end to end, and says what is wrong with them and what to do. */
package streaming.doctor;
