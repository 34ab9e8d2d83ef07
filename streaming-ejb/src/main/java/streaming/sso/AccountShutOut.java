package streaming.sso;

import streaming.shared.Problem;

public final class AccountShutOut extends Problem {
    AccountShutOut() {
        super(Kind.FORBIDDEN, "This account is deactivated or banned. Ask an admin of the site.");
    }
}
