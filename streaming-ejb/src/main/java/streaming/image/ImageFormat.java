package streaming.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Which image a file is, by what is in it; its name and its media type are only what the sender says. */
enum ImageFormat {
    JPEG("jpeg"),
    PNG("png"),
    GIF("gif"),
    WEBP("webp");

    // Asked directly: registered with ImageIO, which is the JVM's, it would hold the class loader of every redeploy.
    private static final ImageReaderSpi WEBP_READERS = new WebPImageReaderSpi();

    private final String name;

    ImageFormat(String name) {
        this.name = name;
    }

    /** Leaves the stream where it was. */
    static Optional<ImageFormat> of(ImageInputStream stream) throws IOException {
        for (var format : values()) {
            if (format.readers().canDecodeInput(stream)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    ImageReader newReader() throws IOException {
        return readers().createReaderInstance();
    }

    private ImageReaderSpi readers() {
        return this == WEBP ? WEBP_READERS : ofTheJvm(name);
    }

    private static ImageReaderSpi ofTheJvm(String name) {
        return providers()
                .filter(provider -> provider.getClass().getModule() == ImageReader.class.getModule())
                .filter(provider -> Arrays.asList(provider.getFormatNames()).contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This JVM reads no " + name));
    }

    /** The registry looks for providers when it is first asked, by the loader of whoever asks: not by ours. */
    private static Stream<ImageReaderSpi> providers() {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            var found = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
            var list = new java.util.ArrayList<ImageReaderSpi>();
            found.forEachRemaining(list::add);
            return list.stream();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
