package com.elytracloud.status.config;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;

/** Marks the source that reads one monitoring service; {@link SourceChoice} returns the configured one. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface ForService {
    /** Which service. */
    MonitoringService value();

    /** The annotation for a given service, to select its source. */
    final class Literal extends AnnotationLiteral<ForService> implements ForService {
        private static final long serialVersionUID = 1L;

        private final MonitoringService service;

        Literal(MonitoringService service) {
            this.service = service;
        }

        @Override
        public MonitoringService value() {
            return service;
        }
    }
}
