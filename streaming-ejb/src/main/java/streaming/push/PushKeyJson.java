package streaming.push;

/** The key that a browser subscribes with, its {@code applicationServerKey}, in Base64url. */
public record PushKeyJson(String key) {}
