/** WebSocket: the rooms of this node's viewers, fed by the topic of all nodes. */
package streaming.ws;
