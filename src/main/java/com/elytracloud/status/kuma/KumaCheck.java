package com.elytracloud.status.kuma;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.FailureReasons;
import com.elytracloud.status.run.Deadline;
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
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (!config.servesFor(Capability.READ_MONITORS)) {
            return List.of();
        }
        if (!config.problems().isEmpty()) {
            return List.of(part().skipped(KUMA, "not tried: its settings are wrong"));
        }
        Reading<HeartbeatPage> page =
                config.statusPage().isEmpty() ? new Reading.Nothing<>() : client.heartbeats(now, deadline);
        Reading<Metrics> metrics = config.apiKey().isEmpty() ? new Reading.Nothing<>() : client.metrics(now, deadline);
        List<DoctorReport> rows = new ArrayList<>();
        rows.add(metrics.fold(
                this::answered,
                () -> part().skipped("key of Uptime Kuma", "none is configured; only the status page is read"),
                failure -> part().fail(KUMA, failure, advice(failure))));
        rows.add(page.fold(
                shown -> part().ok(PAGE, "shows %d monitors".formatted(shown.listed())),
                () -> part().skipped(PAGE, "none is configured"),
                failure -> part().fail(PAGE, failure, pageAdvice(failure))));
        List<MonitorId> missing = metrics.then(list -> page.then(shown -> new Reading.Found<>(
                        list.monitors().isEmpty() ? List.<MonitorId>of() : shown.missingFrom(list, now))))
                .orElse(List.of());
        if (!missing.isEmpty()) {
            rows.add(part().warn(
                            "monitors in Uptime Kuma's metrics",
                            "%s are checked and on the status page, but missing from /metrics".formatted(missing),
                            "Restart Uptime Kuma: it drops monitors from its metrics after a new tag. A push monitor"
                                    + " returns with its next push, and one that was just paused is missing rightly."));
        }
        return rows;
    }

    private DoctorReport answered(Metrics metrics) {
        String version = metrics.version().isEmpty() ? "unknown" : metrics.version();
        boolean nameless = metrics.monitors().isEmpty() && metrics.nameless() > 0;
        if (nameless && config.statusPage().isEmpty()) {
            Failure failure = new Failure(Reason.NOT_SUPPORTED, "version %s has no monitor ids".formatted(version));
            return part().fail(KUMA, failure, advice(failure));
        }
        return part().ok(KUMA, "accepts the key, version " + version);
    }

    private static String pageAdvice(Failure failure) {
        return failure.reason() == Reason.TIMED_OUT || failure.detail().equals(KumaClient.NO_PAGE)
                ? "Correct UPTIME_KUMA_STATUS_PAGE, which is what follows /status/ in the page's address, upper and lower"
                        + " case as there, and let the page show the monitors. Uptime Kuma 1.x never answers for a page"
                        + " that does not exist, and takes long for one of very many monitors."
                : advice(failure);
    }

    // By what was seen, not by the reason alone.
    private static String advice(Failure failure) {
        if (KumaErrors.isLogin(failure)) {
            return "Let this machine's requests pass the login in front of Uptime Kuma, or set UPTIME_KUMA_HEADERS to the"
                    + " headers of a service token that it accepts.";
        }
        if (FailureReasons.isExpired(failure) || FailureReasons.isUntrusted(failure)) {
            return "Give Uptime Kuma's address a valid certificate for its name, or name the certificate of the company's"
                    + " own authority in TLS_CA_FILE (PEM).";
        }
        return switch (failure.reason()) {
            case UNREACHABLE, TIMED_OUT, CUT_SHORT, SERVER_ERROR, THROTTLED, CLOCK_SKEWED, INTERNAL_ERROR ->
                "Check whether Uptime Kuma runs, whether UPTIME_KUMA_URL is its address, and whether a firewall lets"
                        + " this machine in.";
            case UNAUTHORIZED ->
                "Make a new key in Uptime Kuma (Settings > API Keys) and put it into UPTIME_KUMA_API_KEY; look there"
                        + " whether keys are enabled and not expired.";
            case FORBIDDEN -> "Something in front of Uptime Kuma refuses us: let this machine through there.";
            case NOT_FOUND, WRONG_SERVICE, REDIRECTED, UNREADABLE, TOO_LARGE ->
                "Correct UPTIME_KUMA_URL: it is the address in the browser when Uptime Kuma shows its dashboard, without"
                        + " /dashboard.";
            case NOT_READY ->
                "Wait until Uptime Kuma has migrated its database. If this lasts, correct UPTIME_KUMA_URL.";
            case NOT_SUPPORTED ->
                "Create a status page in Uptime Kuma that shows every monitor, and name its slug in"
                        + " UPTIME_KUMA_STATUS_PAGE; or update to 2.1 or later.";
        };
    }
}
