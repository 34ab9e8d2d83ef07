package streaming.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppKeyTest {

    private static final AppKey KEY = new AppKey("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private static final Instant NOW = Instant.parse("2026-03-01T20:00:10Z");
    private static final long STEP = NOW.getEpochSecond() / 30;

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesTheCodesOfRfc6238(long second, String eightDigits) {
        assertThat(KEY.code(second / 30)).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void takesACodeOfAStepBeforeAndAfter() {
        assertThat(KEY.stepOf(KEY.code(STEP), NOW, 0)).hasValue(STEP);
        assertThat(KEY.stepOf(KEY.code(STEP), NOW.plus(AppKey.STEP), 0)).hasValue(STEP);
        assertThat(KEY.stepOf(KEY.code(STEP), NOW.minus(AppKey.STEP), 0)).hasValue(STEP);
    }

    @Test
    void takesNoneThatIsOlderOrNewer() {
        assertThat(KEY.stepOf(KEY.code(STEP), NOW.plus(Duration.ofSeconds(60)), 0))
                .isEmpty();
        assertThat(KEY.stepOf(KEY.code(STEP), NOW.minus(Duration.ofSeconds(60)), 0))
                .isEmpty();
        assertThat(KEY.stepOf("", NOW, 0)).isEmpty();
    }

    @Test
    void takesNoCodeOfAUsedStepNorOfOneBefore() {
        assertThat(KEY.stepOf(KEY.code(STEP), NOW, STEP)).isEmpty();
        assertThat(KEY.stepOf(KEY.code(STEP - 1), NOW, STEP)).isEmpty();
        assertThat(KEY.stepOf(KEY.code(STEP + 1), NOW, STEP)).hasValue(STEP + 1);
    }

    @Test
    void isWrittenForPeopleAndForApps() {
        assertThat(KEY.text()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(KEY.address("Live Site", "ada"))
                .isEqualTo("otpauth://totp/Live%20Site:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Live%20Site");
    }

    @Test
    void isDrawnWithAQuietZone() {
        var square = QrCode.of(KEY.address("streaming", "ada"));

        assertThat(square.path()).startsWith("M4,4h1v1h-1z");
        assertThat(square.size()).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void speaksBase32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
