package streaming.gate;

import streaming.shared.Problem;

public final class UnknownHost extends Problem {
    UnknownHost() {
        super(Kind.MISDIRECTED, "This site has another name: check the address.");
    }
}
