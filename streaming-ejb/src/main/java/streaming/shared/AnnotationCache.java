package streaming.shared;

import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What Hibernate found out about the annotations of the entities. It keeps that as a {@link ClassValue}, which the JVM
 * ties to the annotation type: to the server's Jakarta Persistence, which outlives the application. Heap dumps do not
 * show this reference.
 */
final class AnnotationCache {

    private static final String OWNER = "org.hibernate.boot.model.internal.BinderHelper";
    private static final String FIELD = "annotationMetaCacheForRepeatableDialectOverride";

    private AnnotationCache() {}

    /** Forgets all of it; Hibernate needs it only while it reads the entities. */
    static void forget(EntityManagerFactory persistence) {
        var cache = ofHibernate();
        persistence.getMetamodel().getManagedTypes().stream()
                .flatMap(type -> elements(type.getJavaType()))
                .flatMap(element -> Arrays.stream(element.getAnnotations()))
                .map(Annotation::annotationType)
                .distinct()
                .forEach(cache::remove);
    }

    /** Hibernate 6.6 has no other way to it. */
    static ClassValue<?> ofHibernate() {
        try {
            var field = Class.forName(OWNER).getDeclaredField(FIELD);
            field.setAccessible(true);
            return (ClassValue<?>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Hibernate keeps its annotations elsewhere", e);
        }
    }

    private static Stream<AnnotatedElement> elements(Class<?> type) {
        return Stream.of(
                        Stream.of(type, type.getPackage()),
                        Arrays.stream(type.getDeclaredFields()),
                        Arrays.stream(type.getDeclaredMethods()))
                .flatMap(elements -> elements);
    }
}
