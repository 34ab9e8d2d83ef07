package streaming.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A schedule as calendars read it: iCalendar, RFC 5545. */
final class Calendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75; // octets, §3.1

    private final StringBuilder text = new StringBuilder();

    private Calendar() {}

    /** The channel's streams; {@code address} is where its page is. */
    static String of(String channel, List<PlannedStreamJson> streams, String address, Instant now) {
        var calendar = new Calendar();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//streaming//schedule//EN");
        calendar.line("NAME", escaped(channel));
        calendar.line("X-WR-CALNAME", escaped(channel));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        streams.forEach(stream -> calendar.event(stream, address, now));
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    /** Without an end: a streamer does not know it, and §3.6.1 allows it. */
    private void event(PlannedStreamJson stream, String address, Instant now) {
        line("BEGIN", "VEVENT");
        line("UID", stream.id().toString());
        line("DTSTAMP", UTC.format(now));
        line("DTSTART", UTC.format(stream.startsAt()));
        line("CREATED", UTC.format(stream.createdAt()));
        line("SUMMARY", escaped(stream.title()));
        line("URL", address);
        line("END", "VEVENT");
    }

    /** What people typed, as a value of type TEXT (§3.3.11); control characters have no place there. */
    static String escaped(String typed) {
        return typed.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private void line(String name, String value) {
        text.append(folded(name + ":" + value)).append("\r\n");
    }

    /** Breaks a line that is too long, between characters and not within one (§3.1). */
    static String folded(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            var character = Character.toString(line.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += length;
            i += character.length();
        }
        return folded.toString();
    }
}
