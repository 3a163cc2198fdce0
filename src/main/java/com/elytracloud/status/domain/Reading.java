package com.elytracloud.status.domain;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The result of reading a source: a value, the certainty that there is none, or a failure.
 *
 * @param <T> the type of the value
 */
public sealed interface Reading<T> {
    static <T> Reading<T> failed(Failure.Reason reason, String detail) {
        return new Failed<>(new Failure(reason, detail));
    }

    /** Names every case, so that a case added later does not compile until each caller handles it. */
    default <R> R fold(
            Function<? super T, ? extends R> found,
            Supplier<? extends R> nothing,
            Function<? super Failure, ? extends R> failed) {
        if (this instanceof Found<T> is) {
            return found.apply(is.value);
        }
        return this instanceof Failed<T> is ? failed.apply(is.failure) : nothing.get();
    }

    /** The value, or another one where there is none. */
    default T orElse(T other) {
        return fold(found -> found, () -> other, failure -> other);
    }

    /** Applies a step that may itself fail to a found value; nothing and failed pass through. */
    default <U> Reading<U> then(Function<? super T, Reading<U>> step) {
        return fold(step, Nothing::new, Failed::new);
    }

    record Found<T>(T value) implements Reading<T> {}

    /** The source reported that there is none. */
    record Nothing<T>() implements Reading<T> {}

    /** The source gave no usable answer: no evidence either way about what it watches. */
    record Failed<T>(Failure failure) implements Reading<T> {}
}
