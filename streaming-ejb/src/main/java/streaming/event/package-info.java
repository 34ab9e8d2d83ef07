/**
 * The one bus between nodes: every change that a viewer must see goes out on a JMS topic. It observes the features'
 * facts; no feature calls it, but for the chat, whose group commit must not pay for a CDI event a line.
 */
package streaming.event;
