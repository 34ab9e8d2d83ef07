package streaming.chat;

import streaming.TestDatabase;

/** What was said, read from the test database. */
public final class ChatHistoryOnTest {

    private ChatHistoryOnTest() {}

    public static ChatHistory history(TestDatabase database) {
        var history = new ChatHistory();
        history.entityManager = database.entityManager();
        return history;
    }
}
