package streaming.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody does with an address and a password, by pages and mails. */
@WholeProduct
class MailIT {

    private static final String NEW_PASSWORD = "staple battery horse correct";

    private final Platform platform;
    private final Mailbox mailbox;
    private final Api api;

    MailIT(Platform platform) {
        this.platform = platform;
        this.mailbox = platform.mailbox();
        this.api = new Api(platform.web());
    }

    @Test
    void confirmsTheAddressByTheButtonAndNotByALook(Cast cast) {
        var viewer = cast.viewer();
        var name = Api.newName("mia");
        viewer.signUp(name);
        viewer.open("/settings/account");
        viewer.awaitText("not confirmed");
        viewer.press("Send again");
        var mail =
                mailbox.await(Member.emailOf(name), "Confirm your address", 2).get(1);
        assertThat(mail.html()).contains("Hello " + name);

        api.get(mail.path());
        assertThat(viewer.open(mail.path())).isEqualTo(200);
        viewer.press("Confirm address");

        viewer.awaitAddress("/confirm?done=address");
        viewer.open("/settings/account");
        assertThat(viewer.sees("not confirmed")).isFalse();
        assertThat(viewer.open(mail.path())).isEqualTo(404);
    }

    @Test
    void replacesAForgottenPasswordOnceAndEndsEverySignIn(Cast cast) {
        var member = api.join("nora");
        var elsewhere = cast.viewer();
        elsewhere.signIn(member.name());
        var viewer = cast.viewer();
        viewer.open("/login");
        viewer.follow("Forgot your password?");
        viewer.fill("E-mail", member.email());
        viewer.press("Send the mail");
        viewer.awaitAddress("/forgot?done=sent");
        var mail = mailbox.await(member.email(), "Choose a new password");

        viewer.open(mail.path());
        viewer.fill("New password", "short");
        viewer.press("Save password");
        viewer.awaitText("Use 10 to 200");
        viewer.fill("New password", NEW_PASSWORD);
        viewer.press("Save password");
        viewer.awaitAddress("/reset?done=password");

        elsewhere.reload();
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(api.get("/api/accounts/me", Api.as(member)).status()).isEqualTo(401);
        assertThat(signIn(member, member.password())).isEqualTo(401);
        assertThat(signIn(member, NEW_PASSWORD)).isEqualTo(200);
        assertThat(viewer.open(mail.path())).isEqualTo(404);
        mailbox.await(member.email(), "Your password was changed");
        assertThat(platform.logs()).noneMatch(log -> Platform.read(log).contains(mail.token()));
    }

    @Test
    void tellsByMailAloneWhoHasAnAccount(Cast cast) {
        var member = api.join("olga");
        var stranger = "nobody@" + member.name() + ".example";
        var viewer = cast.viewer();

        assertThat(List.of(member.email(), stranger))
                .map(address -> {
                    viewer.open("/forgot");
                    viewer.fill("E-mail", address);
                    viewer.press("Send the mail");
                    viewer.awaitAddress("/forgot?done=sent");
                    return viewer.text();
                })
                .satisfies(answers -> assertThat(answers.get(0)).isEqualTo(answers.get(1)));

        mailbox.await(member.email(), "Choose a new password");
        mailbox.await(stranger, "There is no account with this address");
    }

    @Test
    void tellsTheOwnerAndNotThePageThatAnAddressIsTaken(Cast cast) {
        var member = api.join("petra");
        var viewer = cast.viewer();
        viewer.open("/signup");
        viewer.fill("Username", Api.newName("rival"));
        viewer.fill("E-mail", member.email());
        viewer.fill("Password", Member.PASSWORD);
        viewer.press("Create account");

        viewer.awaitAddress("/confirm?done=sent");
        assertThat(mailbox.await(member.email(), "You have an account already").text())
                .contains(member.name());
    }

    @Test
    void changesTheAddressOnceTheNewOneIsConfirmed(Cast cast) {
        var member = api.join("quinn");
        var address = "new-" + member.email();
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        viewer.open("/settings/account");
        viewer.fill("New address", address);
        viewer.fill("Your password", "not the password");
        viewer.press("Change address");
        viewer.awaitText("This is not your password.");

        viewer.fill("Your password", member.password());
        viewer.press("Change address");
        viewer.awaitAddress("/settings/account?done=email");
        assertThat(email(member)).isEqualTo(member.email());
        viewer.open(mailbox.await(address, "Confirm your new address").path());
        viewer.press("Confirm address");
        viewer.awaitAddress("/confirm?done=address");

        assertThat(email(member)).isEqualTo(address);
        assertThat(mailbox.await(member.email(), "Your account has another address")
                        .text())
                .contains(address);
    }

    @Test
    void changesThePasswordAndStaysSignedInHereAlone(Cast cast) {
        var member = api.join("rosa");
        var elsewhere = cast.viewer();
        elsewhere.signIn(member.name());
        var viewer = cast.viewer();
        viewer.signIn(member.name());
        viewer.open("/settings/account");
        viewer.fill("Old password", member.password());
        viewer.fill("New password", NEW_PASSWORD);
        viewer.press("Change password");
        viewer.awaitAddress("/settings/account?done=password");

        elsewhere.reload();
        assertThat(elsewhere.isSignedIn()).isFalse();
        viewer.reload();
        assertThat(viewer.isSignedIn()).isTrue();
        assertThat(signIn(member, NEW_PASSWORD)).isEqualTo(200);
        mailbox.await(member.email(), "Your password was changed");
    }

    @Test
    void doesTheSameOverTheApi() {
        var member = api.join("sara");
        var address = "new-" + member.email();
        assertThat(api.get("/api/accounts/me", Api.as(member)).json().getBoolean("emailConfirmed"))
                .isFalse();
        confirm(mailbox.await(member.email(), "Confirm your address"));
        assertThat(api.get("/api/accounts/me", Api.as(member)).json().getBoolean("emailConfirmed"))
                .isTrue();

        var change = Json.of("email", address, "currentPassword", member.password());
        assertThat(put("/api/accounts/me/email", change, member)).isEqualTo(202);
        confirm(mailbox.await(address, "Confirm your new address"));
        assertThat(email(member)).isEqualTo(address);

        var passwords = Json.of("oldPassword", "wrong", "password", NEW_PASSWORD);
        assertThat(put("/api/accounts/me/password", passwords, member)).isEqualTo(403);

        assertThat(api.post("/api/password-resets", Json.of("email", address)).status())
                .isEqualTo(202);
        var token = mailbox.await(address, "Choose a new password").token();
        var reset = Json.of("token", token, "password", NEW_PASSWORD);
        assertThat(api.post("/api/password-resets/completion", reset).status()).isEqualTo(204);
        assertThat(api.post("/api/password-resets/completion", reset).status()).isEqualTo(404);
        assertThat(signIn(member, NEW_PASSWORD)).isEqualTo(200);
    }

    private void confirm(Mailbox.Mail mail) {
        assertThat(api.post("/api/confirmations", Json.of("token", mail.token()))
                        .status())
                .isEqualTo(204);
    }

    private int put(String path, String json, Member member) {
        return api.send("PUT", path, json, "Content-Type", "application/json", Api.as(member)[0], Api.as(member)[1])
                .status();
    }

    private int signIn(Member member, String password) {
        return api.post("/api/tokens", Json.of("login", member.name(), "password", password))
                .status();
    }

    private String email(Member member) {
        return api.get("/api/accounts/me", Api.as(member)).json().getString("email");
    }
}
