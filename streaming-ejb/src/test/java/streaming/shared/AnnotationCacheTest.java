package streaming.shared;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class AnnotationCacheTest {

    @Test
    void isWhereThisHibernateKeepsIt() {
        assertThatCode(AnnotationCache::ofHibernate).doesNotThrowAnyException();
    }
}
