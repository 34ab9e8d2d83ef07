/** Who asks in a request, and what they may. It knows no feature; each may ask it. */
package streaming.caller;
