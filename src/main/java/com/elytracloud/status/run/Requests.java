package com.elytracloud.status.run;

import java.util.stream.StreamSupport;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** All requests that this process has sent. */
@Singleton
final class Requests {
    private final Iterable<? extends RequestMeter> meters;

    @Inject
    Requests(@Any Instance<RequestMeter> meters) {
        this((Iterable<RequestMeter>) meters);
    }

    /** Those of these parts, for tests. */
    Requests(Iterable<? extends RequestMeter> meters) {
        this.meters = meters;
    }

    long count() {
        return StreamSupport.stream(meters.spliterator(), false)
                .mapToLong(RequestMeter::requests)
                .sum();
    }
}
