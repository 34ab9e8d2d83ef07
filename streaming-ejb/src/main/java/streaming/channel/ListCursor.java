package streaming.channel;

import streaming.shared.Cursor;

/** Where a page of channels ended: the last channel's number, and what the list was sorted by. */
public record ListCursor(double key, long id) {

    static ListCursor of(String text) {
        return Cursor.read(text, keys -> new ListCursor(Double.parseDouble(keys[0]), Long.parseLong(keys[1])));
    }

    String text() {
        return Cursor.text(key, id);
    }
}
