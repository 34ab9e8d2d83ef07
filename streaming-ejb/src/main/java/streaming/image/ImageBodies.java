package streaming.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import streaming.shared.FormParts;
import streaming.shared.InvalidInput;
import streaming.shared.TooLarge;
import streaming.shared.Upload;

/** Images over HTTP: raw, as a form's file, or in Base64. One that is not there is refused by its field's name. */
@ApplicationScoped
public class ImageBodies {

    @Inject
    ImageConfig config;

    /**
     * A raw body.
     *
     * @param length what the request says of it; 0 if it says nothing
     * @throws TooLarge before it is read, if it says so
     */
    public Upload raw(String field, long length, InputStream body) {
        if (length > config.maxBytes()) {
            throw new TooLarge(config.maxBytes());
        }
        return given(field, Upload.read(body, config.maxBytes()));
    }

    /** The file of this field of a form, which {@link ImageLimited} has looked at. */
    public Upload inForm(String field, List<EntityPart> parts) {
        return given(field, new FormParts(parts).file(field, config.maxBytes()));
    }

    public Upload inJson(String field, ImageJson json) {
        return given(field, json.image());
    }

    /** The bytes of now; what has the image has also an address of it that is good for ever. */
    public static Response answer(ImageContent content) {
        StreamingOutput bytes = out -> {
            try (var in = content.bytes()) {
                in.transferTo(out);
            }
        };
        return Response.ok(bytes, content.mediaType())
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static Upload given(String field, Upload upload) {
        if (upload == null || upload.isEmpty()) {
            throw new InvalidInput(field, "Send an image.");
        }
        return upload;
    }
}
