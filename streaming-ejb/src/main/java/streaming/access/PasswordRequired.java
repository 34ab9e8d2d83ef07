package streaming.access;

import streaming.shared.Problem;

public final class PasswordRequired extends Problem {
    public PasswordRequired(String channel) {
        super(
                Kind.FORBIDDEN,
                "%s needs a password: ask its owner for it, and give it on the channel's page or when you ask for its playback."
                        .formatted(channel));
    }
}
