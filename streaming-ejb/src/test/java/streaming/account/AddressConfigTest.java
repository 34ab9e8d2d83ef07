package streaming.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressConfigTest {

    @Test
    void knowsTwoWordsAndNoOther() {
        assertThat(AccountsOnTest.addressConfig("required").isConfirmationRequired())
                .isTrue();
        assertThat(AccountsOnTest.addressConfig("optional").isConfirmationRequired())
                .isFalse();
        assertThatThrownBy(() -> AccountsOnTest.addressConfig("yes").isConfirmationRequired())
                .hasMessageContaining("streaming.mail.confirm");
    }
}
