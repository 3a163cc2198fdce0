package com.elytracloud.status.kuma;

import java.util.List;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/**
 * Checks that Uptime Kuma responds, accepts the API key, lists its monitors and has the status page; no row if another
 * service is configured.
 */
@Singleton
record KumaCheck(KumaConfig config, KumaClient client) implements HealthCheck {
    private static final String KUMA = "Uptime Kuma";
    private static final String PAGE = "status page of Uptime Kuma";

    @Override
    public Part part() {
        return Part.MONITORS;
    }

    @Override
    public DoctorReport examine(DoctorReport report) {
        if (!config.servesFor(Capability.READ_MONITORS)) {
            return report;
        }
        if (!config.problems().isEmpty()) {
            return report.skipped(KUMA, "its settings are wrong");
        }
        Reading<HeartbeatPage> page = config.statusPage().isEmpty()
                ? new Reading.Nothing<>()
                : client.heartbeats(report.now(), report.deadline());
        Reading<Metrics> metrics =
                config.apiKey().isEmpty() ? new Reading.Nothing<>() : client.metrics(report.now(), report.deadline());
        metrics.fold(
                found -> answered(report, found),
                () -> report.skipped("key of Uptime Kuma", "none is configured; only the status page is read"),
                failure -> report.fail(KUMA, failure, advice(failure)));
        page.fold(
                shown -> report.ok(PAGE, "shows %d monitors".formatted(shown.listed())),
                () -> report.skipped(PAGE, "none is configured"),
                failure -> report.fail(PAGE, failure, pageAdvice(failure)));
        List<MonitorId> missing =
                page.orElse(HeartbeatPage.NONE).missingFrom(metrics.orElse(Metrics.NONE), report.now());
        return missing.isEmpty()
                ? report
                : report.warn(
                        "monitors in Uptime Kuma's metrics",
                        "%s are checked and on the status page, but missing from /metrics".formatted(missing),
                        "kuma.missing");
    }

    private DoctorReport answered(DoctorReport report, Metrics metrics) {
        String version = metrics.version().isEmpty() ? "unknown" : metrics.version();
        boolean nameless = metrics.monitors().isEmpty() && metrics.nameless() > 0;
        Failure failure = new Failure(Reason.NOT_SUPPORTED, "version %s has no monitor ids".formatted(version));
        return nameless && config.statusPage().isEmpty()
                ? report.fail(KUMA, failure, advice(failure))
                : report.ok(KUMA, "accepts the key, version " + version);
    }

    private static String pageAdvice(Failure failure) {
        boolean isPage =
                failure.reason() == Reason.TIMED_OUT || failure.detail().equals(HeartbeatPage.NO_PAGE);
        return isPage ? "kuma.page" : advice(failure);
    }

    private static String advice(Failure failure) {
        return KumaErrors.isLogin(failure) ? "kuma.login" : "kuma.failure";
    }
}
