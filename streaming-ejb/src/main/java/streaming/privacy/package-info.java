/** What the law and good manners owe to people: all that is kept about them as a file, and an end to it when they ask. */
package streaming.privacy;
