package streaming.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer forbids the browser: guessing types, framing us, telling others where one was, devices we do not use. */
@ApplicationScoped
public class SecurityHeaders {

    @Inject
    @ConfigProperty(name = "streaming.hsts", defaultValue = "31536000")
    long hstsSeconds;

    public void set(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (hstsSeconds > 0 && Client.of(request).secure()) { // by plain HTTP it would mean nothing (RFC 6797 §7.2)
            response.setHeader("Strict-Transport-Security", "max-age=" + hstsSeconds);
        }
    }
}
