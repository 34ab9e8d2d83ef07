package streaming.account;

import streaming.shared.Problem;

public final class AddressUnconfirmed extends Problem {
    AddressUnconfirmed() {
        super(
                Kind.FORBIDDEN,
                "Confirm your address first: follow the link in the mail, or ask for another on /confirm.");
    }
}
