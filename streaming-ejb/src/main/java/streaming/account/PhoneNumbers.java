package streaming.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import streaming.shared.InvalidInput;

/** Reads telephone numbers as people write them, and gives each its one form (ITU-T E.164). */
final class PhoneNumbers {

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;

    /** Numbers without a country's code are of this region (ISO 3166-1), such as {@code DE}. */
    PhoneNumbers(String region) {
        this.region = region.toUpperCase(Locale.ROOT);
        if (!numbers.getSupportedRegions().contains(this.region)) {
            throw new IllegalArgumentException("streaming.signup.region must be a region such as DE: " + region);
        }
    }

    /**
     * The number as {@code +4930123456}; null for blank text or none.
     *
     * @throws InvalidInput there is no such number
     */
    String normal(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var number = numbers.parse(text, region);
            if (numbers.isValidNumber(number)) {
                return numbers.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            // refused below
        }
        throw new InvalidInput(
                "phone", "There is no such telephone number: write it with its country, such as +49 30 123456.");
    }
}
