package streaming.encode;

/**
 * What is made of a live broadcast, as operators see it.
 *
 * @param renditions the names of what flows; null for nothing
 * @param trouble why nothing flows; null where that is not known
 * @param held whether a node makes them
 */
public record EncodingReport(String renditions, String trouble, boolean held) {}
