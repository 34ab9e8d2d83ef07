package streaming.caller;

import streaming.shared.Problem;

public final class ScopeRequired extends Problem {
    public ScopeRequired(Scope scope) {
        super(
                Kind.FORBIDDEN,
                scope == Scope.ACCOUNT
                        ? "A personal token may not do this: sign in."
                        : "This token may not do this: make one with the scope %s.".formatted(scope.text()));
    }
}
