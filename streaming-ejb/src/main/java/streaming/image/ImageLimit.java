package streaming.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import streaming.shared.TooLarge;

/** Refuses a form whose image must be too large, by what it says of its length, before it is read. */
@Provider
@ImageLimited
@ApplicationScoped
public class ImageLimit implements ContainerRequestFilter {

    /** What a form has around its file. */
    private static final int WRAPPING = 10_000;

    @Inject
    ImageConfig config;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > config.maxBytes() + WRAPPING) {
            throw new TooLarge(config.maxBytes());
        }
    }
}
