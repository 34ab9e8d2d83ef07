package streaming.captcha;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** {@code /api/captcha}: work for whoever wants to sign up; the widget asks for it by itself. */
@Path("captcha")
@Produces(APPLICATION_JSON)
@RequestScoped
public class CaptchaResource {

    @Inject
    Captchas captchas;

    @GET
    public ChallengeJson challenge() {
        return captchas.challenge();
    }
}
