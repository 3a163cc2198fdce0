package com.elytracloud.status.kuma;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Diagnosis;
import com.elytracloud.status.run.Diagnosis.Part;
import com.elytracloud.status.run.Examination;

/**
 * Whether Uptime Kuma answers, takes the key, names its monitors, and knows the status page; no row where it is not the
 * service that is read.
 */
@Singleton
final class KumaExamination implements Examination {
    private static final String KUMA = "Uptime Kuma";
    private static final String KEY = "key of Uptime Kuma";
    private static final String VERSION = "version of Uptime Kuma";
    private static final String PAGE = "status page of Uptime Kuma";

    private final KumaConfig config;
    private final KumaClient client;

    KumaExamination(KumaConfig config, KumaClient client) {
        this.config = config;
        this.client = client;
    }

    @Override
    public Part part() {
        return Part.MONITORS;
    }

    @Override
    public List<Diagnosis> examine(Instant now, Deadline deadline) {
        if (!config.servesFor(Purpose.READ_MONITORS)) {
            return List.of();
        }
        if (!config.problems().isEmpty()) {
            return List.of(part().grey(KUMA, "not asked: its settings are wrong"));
        }
        List<Diagnosis> rows = new ArrayList<>();
        if (config.apiKey().isEmpty()) {
            rows.add(part().grey(KEY, "none is configured; only the status page is read"));
        } else {
            rows.addAll(client.metrics(now, deadline).fold(this::answered, List::of, this::refused));
        }
        rows.add(page(now, deadline));
        return rows;
    }

    private List<Diagnosis> answered(Metrics metrics) {
        if (!metrics.ofKuma()) {
            return refused(new Failure(Reason.WRONG_SERVICE, KumaMonitorSource.NOT_KUMA));
        }
        return List.of(part().green(KUMA, "answers"), part().green(KEY, "is accepted"), version(metrics));
    }

    private List<Diagnosis> refused(Failure failure) {
        return switch (failure.reason()) {
            case UNAUTHORIZED, FORBIDDEN ->
                List.of(
                        part().green(KUMA, "answers"),
                        part().red(KEY, failure, KumaAdvice.on(failure.reason())),
                        part().grey(VERSION, "not known"));
            default ->
                List.of(
                        part().red(KUMA, failure, KumaAdvice.on(failure.reason())),
                        part().grey(KEY, "not known"),
                        part().grey(VERSION, "not known"));
        };
    }

    private Diagnosis version(Metrics metrics) {
        boolean nameless = metrics.monitors().isEmpty() && metrics.nameless() > 0;
        String version = metrics.version().isEmpty() ? "not told" : metrics.version();
        return nameless && config.statusPage().isEmpty()
                ? part().red(
                                VERSION,
                                new Failure(
                                        Reason.NOT_SUPPORTED, version + ": has no monitor ids (STATUS_PAGE_NEEDED)"),
                                KumaAdvice.on(Reason.NOT_SUPPORTED))
                : part().green(VERSION, version);
    }

    private Diagnosis page(Instant now, Deadline deadline) {
        if (config.statusPage().isEmpty()) {
            return part().grey(PAGE, "none is configured");
        }
        return client.heartbeats(now, deadline)
                .fold(
                        page -> page.listed() > 0
                                ? part().green(PAGE, "is known and shows %d monitors".formatted(page.listed()))
                                : part().red(
                                                PAGE,
                                                new Failure(Reason.NOT_FOUND, KumaMonitorSource.NO_PAGE),
                                                KumaAdvice.STATUS_PAGE),
                        () -> part().grey(PAGE, "not known"),
                        failure -> part().red(PAGE, failure, KumaAdvice.on(failure.reason())));
    }
}
