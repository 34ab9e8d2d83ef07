package streaming.mail;

/** What the link in a letter is good for. */
public enum LinkPurpose {
    CONFIRM_ADDRESS(LetterKind.CONFIRM_ADDRESS),
    CHANGE_ADDRESS(LetterKind.CHANGE_ADDRESS),
    RESET_PASSWORD(LetterKind.RESET_PASSWORD);

    private final LetterKind letter;

    LinkPurpose(LetterKind letter) {
        this.letter = letter;
    }

    LetterKind letter() {
        return letter;
    }
}
