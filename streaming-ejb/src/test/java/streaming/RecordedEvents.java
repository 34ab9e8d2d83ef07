package streaming;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Delivers facts to one observer, as CDI does in the container, and remembers them. */
public final class RecordedEvents<T> implements Event<T> {

    private final List<T> fired = new ArrayList<>();
    private final Consumer<T> observer;

    public RecordedEvents() {
        this(fact -> {});
    }

    public RecordedEvents(Consumer<T> observer) {
        this.observer = observer;
    }

    public List<T> fired() {
        return fired;
    }

    @Override
    public void fire(T fact) {
        fired.add(fact);
        observer.accept(fact);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U fact) {
        throw new UnsupportedOperationException("Facts are told in the transaction");
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U fact, NotificationOptions options) {
        return fireAsync(fact);
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException("Facts have no qualifiers");
    }

    @Override
    public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException("Facts have no qualifiers");
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException("Facts have no qualifiers");
    }
}
