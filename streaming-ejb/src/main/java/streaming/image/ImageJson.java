package streaming.image;

import streaming.shared.Upload;

/** An image in JSON. */
public record ImageJson(Upload image) {}
