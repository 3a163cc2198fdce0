package com.elytracloud.status.run;

import java.util.function.Function;

import com.elytracloud.status.domain.Reading;

/**
 * How reading one source went.
 *
 * @param answer {@code FOUND}, {@code NOTHING}, or the reason of the failure
 * @param detail what was found, or one sentence on the failure
 */
public record SourceReport(String source, String answer, String detail) {
    static final String BACKUPS = "backups";

    private static final String FOUND = "FOUND";
    private static final String NOTHING = "NOTHING";

    public boolean isFailure() {
        return !answer.equals(FOUND) && !answer.equals(NOTHING);
    }

    @Override
    public String toString() {
        return source + " " + answer + " (" + detail + ")";
    }

    static <T> SourceReport of(String source, Reading<T> reading, Function<T, String> found) {
        return reading.fold(
                value -> new SourceReport(source, FOUND, found.apply(value)),
                () -> new SourceReport(source, NOTHING, "the source has none"),
                failure -> new SourceReport(source, failure.reason().name(), failure.detail()));
    }
}
