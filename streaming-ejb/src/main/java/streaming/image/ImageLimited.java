package streaming.image;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what takes an image in a form, whose length must be looked at before the form is taken apart. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface ImageLimited {}
