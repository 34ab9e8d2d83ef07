package streaming.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.caller.Role;

class ProviderSettingsTest {

    private final Map<String, String> configured = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"google", "telegram", "vk"})
    void knowsAProviderThatHasAPreset(String name) {
        configured.put("streaming.sso." + name + ".client-id", "1");

        var settings = settings(name).checked();

        assertThat(settings.title()).isEqualToIgnoringCase(name);
        assertThat(settings.issuer()).hasScheme("https");
        assertThat(settings.scopes()).isNotEmpty();
    }

    @Test
    void setsWhatThePresetSaysOtherwise() {
        configured.put("streaming.sso.work.preset", "google");
        configured.put("streaming.sso.work.title", "ACME");
        configured.put("streaming.sso.work.parameters", "hd=acme.example, prompt=login");

        var settings = settings("work");

        assertThat(settings.title()).isEqualTo("ACME");
        assertThat(settings.issuer()).hasToString("https://accounts.google.com");
        assertThat(settings.parameters()).isEqualTo(Map.of("hd", "acme.example", "prompt", "login"));
    }

    @Test
    void mapsGroupsToTheRolesThatAreNamed() {
        configured.put("streaming.sso.acme.roles.admin", "/streaming-admins,/operators");

        assertThat(settings("acme").groupsOfRoles())
                .isEqualTo(Map.of(Role.ADMIN, Set.of("/streaming-admins", "/operators")));
    }

    @Test
    void refusesWhatCannotWorkWhenItIsRead() {
        assertThatThrownBy(() -> settings("Acme Inc.")).hasMessageContaining("lower-case");
        assertThatThrownBy(() -> settings("acme").checked()).hasMessageContaining("streaming.sso.acme.issuer");

        configured.put("streaming.sso.acme.issuer", "http://login.acme.example");
        assertThatThrownBy(() -> settings("acme").checked()).hasMessageContaining("https");

        configured.put("streaming.sso.acme.issuer", "https://login.acme.example");
        assertThatThrownBy(() -> settings("acme").checked()).hasMessageContaining("client-id");
    }

    private ProviderSettings settings(String name) {
        return new ProviderSettings(name, key -> Optional.ofNullable(configured.get(key)));
    }
}
