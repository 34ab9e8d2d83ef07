package streaming.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");

    @Test
    void writesAnEventAsCalendarsReadIt() {
        var stream = new PlannedStreamJson(new UUID(0, 7), "Bread; butter, \\ jam\nand\u0007 more", NOW, NOW);

        assertThat(Calendar.of("ada", List.of(stream), "https://stream.example/ada", NOW))
                .isEqualTo("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//streaming//schedule//EN
                NAME:ada
                X-WR-CALNAME:ada
                REFRESH-INTERVAL;VALUE=DURATION:PT1H
                BEGIN:VEVENT
                UID:00000000-0000-0000-0000-000000000007
                DTSTAMP:20260301T200000Z
                DTSTART:20260301T200000Z
                CREATED:20260301T200000Z
                SUMMARY:Bread\\; butter\\, \\\\ jam\\nand more
                URL:https://stream.example/ada
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
    }

    @Test
    void foldsLongLinesBetweenCharacters() {
        var line = "SUMMARY:" + "é🎬x".repeat(40);

        var folded = Calendar.folded(line);

        assertThat(folded.split("\r\n")).hasSizeGreaterThan(3).allSatisfy(part -> assertThat(
                        part.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
        assertThat(Calendar.folded("x".repeat(75))).doesNotContain("\n");
    }
}
