package streaming.image;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the images' bytes are, the same for all nodes. */
interface ImageStore {

    /** Writes an image under a name that was never used; once this returns it is kept, whatever happens. */
    void put(String name, byte[] bytes);

    /** The image's bytes, to be closed by who asked. */
    Optional<InputStream> open(String name);

    /** Deletes it, if it is there. */
    void delete(String name);

    /** The names of what was written before then, whole or not. */
    List<String> writtenBefore(Instant then);
}
