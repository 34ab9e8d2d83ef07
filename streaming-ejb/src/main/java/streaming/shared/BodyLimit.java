package streaming.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a body that is longer than any address takes: by what it says of itself, else as soon as it has gone too far. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {

    /** The same as nginx's {@code client_max_body_size}. */
    static final int LONGEST = 10_000_000;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > LONGEST) {
            request.abortWith(ProblemMapper.response(ProblemJson.of(new TooLarge(LONGEST)))
                    .build());
        } else {
            // Whether there is a body is not asked: on a connection that wants an upgrade the answer waits for a byte.
            request.setEntityStream(new Bounded(request.getEntityStream()));
        }
    }

    private static final class Bounded extends FilterInputStream {

        private long left = LONGEST;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new TooLarge(LONGEST);
            }
        }
    }
}
