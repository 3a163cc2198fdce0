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
final class KumaCheck implements HealthCheck {
    private static final String KUMA = "Uptime Kuma";
    private static final String KEY = "key of Uptime Kuma";
    private static final String VERSION = "version of Uptime Kuma";
    private static final String LISTED = "monitors in Uptime Kuma's metrics";
    private static final String PAGE = "status page of Uptime Kuma";

    private static final String ADDRESS = "Correct UPTIME_KUMA_URL: it is the address in the browser when Uptime Kuma"
            + " shows its dashboard, without /dashboard.";

    private static final String STATUS_PAGE =
            "Correct UPTIME_KUMA_STATUS_PAGE: it is what follows /status/ in the page's"
                    + " address, upper and lower case as there; and let the page show the monitors.";

    private static final String SLOW_PAGE =
            "Check UPTIME_KUMA_STATUS_PAGE: Uptime Kuma 1.x never answers for a page that does not"
                    + " exist. A page of very many monitors takes seconds: put fewer on it, or set UPTIME_KUMA_API_KEY.";

    private static final String LOGIN = "Let this machine's requests pass the login in front of Uptime Kuma, or set"
            + " UPTIME_KUMA_HEADERS to the headers of a service token that it accepts.";
    private static final String CERTIFICATE =
            "Give Uptime Kuma's address a certificate for its name; if the company's own"
                    + " authority issued it, name that authority's certificate in TLS_CA_FILE (PEM).";

    private final KumaConfig config;
    private final KumaClient client;

    KumaCheck(KumaConfig config, KumaClient client) {
        this.config = config;
        this.client = client;
    }

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
            return List.of(part().grey(KUMA, "skipped: its settings are wrong"));
        }
        Reading<HeartbeatPage> page =
                config.statusPage().isEmpty() ? new Reading.Nothing<>() : client.heartbeats(now, deadline);
        List<DoctorReport> rows = new ArrayList<>();
        if (config.apiKey().isEmpty()) {
            rows.add(part().grey(KEY, "none is configured; only the status page is read"));
        } else {
            Reading<Metrics> metrics = client.metrics(now, deadline);
            rows.addAll(metrics.fold(this::answered, List::of, this::refused));
            metrics.then(list -> page.then(shown -> missing(list, shown, now)))
                    .fold(rows::add, () -> false, failure -> false);
        }
        rows.add(page(page));
        return rows;
    }

    private List<DoctorReport> answered(Metrics metrics) {
        return List.of(part().green(KUMA, "answers"), part().green(KEY, "is accepted"), version(metrics));
    }

    private List<DoctorReport> refused(Failure failure) {
        boolean isKey = (failure.reason() == Reason.UNAUTHORIZED || failure.reason() == Reason.FORBIDDEN)
                && !KumaErrors.isLogin(failure);
        return List.of(
                isKey ? part().green(KUMA, "answers") : part().red(KUMA, failure, advice(failure)),
                isKey ? part().red(KEY, failure, advice(failure)) : part().grey(KEY, "not known"),
                part().grey(VERSION, "not known"));
    }

    private DoctorReport version(Metrics metrics) {
        boolean nameless = metrics.monitors().isEmpty() && metrics.nameless() > 0;
        String version = metrics.version().isEmpty() ? "unknown" : metrics.version();
        return nameless && config.statusPage().isEmpty()
                ? part().red(VERSION, noIds(version), advice(noIds(version)))
                : part().green(VERSION, version);
    }

    private static Failure noIds(String version) {
        return new Failure(Reason.NOT_SUPPORTED, version + ": has no monitor ids");
    }

    private Reading<DoctorReport> missing(Metrics metrics, HeartbeatPage page, Instant now) {
        List<MonitorId> missing = metrics.monitors().isEmpty() ? List.of() : page.missingFrom(metrics, now);
        return missing.isEmpty()
                ? new Reading.Nothing<>()
                : new Reading.Found<>(
                        part().amber(
                                        LISTED,
                                        "%s are checked and on the status page, but missing from /metrics"
                                                .formatted(missing),
                                        "Restart Uptime Kuma: it drops monitors from its metrics after a new tag. A push monitor"
                                                + " returns with its next push, and one that was just paused is missing rightly."));
    }

    private DoctorReport page(Reading<HeartbeatPage> read) {
        return read.fold(
                page -> part().green(PAGE, "is known and shows %d monitors".formatted(page.listed())),
                () -> part().grey(PAGE, "none is configured"),
                failure -> part().red(PAGE, failure, pageAdvice(failure)));
    }

    private static String pageAdvice(Failure failure) {
        if (failure.detail().equals(HeartbeatPage.NO_PAGE)) {
            return STATUS_PAGE;
        }
        return failure.reason() == Reason.TIMED_OUT ? SLOW_PAGE : advice(failure);
    }

    // By what was seen, not by the reason alone.
    private static String advice(Failure failure) {
        if (KumaErrors.isLogin(failure)) {
            return LOGIN;
        }
        if (FailureReasons.isExpired(failure)) {
            return "Renew the certificate of Uptime Kuma's address.";
        }
        return FailureReasons.isUntrusted(failure) ? CERTIFICATE : advice(failure.reason());
    }

    private static String advice(Reason reason) {
        return switch (reason) {
            case UNREACHABLE, TIMED_OUT, CUT_SHORT, SERVER_ERROR ->
                "Check whether Uptime Kuma runs, whether UPTIME_KUMA_URL is its address, and whether a firewall lets"
                        + " this machine in.";
            case UNAUTHORIZED ->
                "Make a new key in Uptime Kuma (Settings > API Keys) and put it into UPTIME_KUMA_API_KEY; look there"
                        + " whether keys are enabled and not expired.";
            case FORBIDDEN -> "Something in front of Uptime Kuma refuses us: let this machine through there.";
            case NOT_FOUND, WRONG_SERVICE, REDIRECTED, UNREADABLE, TOO_LARGE -> ADDRESS;
            case NOT_READY -> "Wait until Uptime Kuma has migrated its database. If this lasts: " + ADDRESS;
            case THROTTLED -> "Wait a few minutes and try again.";
            case NOT_SUPPORTED ->
                "Create a status page in Uptime Kuma that shows every monitor, and name its slug in"
                        + " UPTIME_KUMA_STATUS_PAGE; or update to 2.1 or later.";
            case CLOCK_SKEWED ->
                "Set the clock of Uptime Kuma's machine and of this one by NTP, and bypass any cache in front of it.";
            case INTERNAL_ERROR -> "An error of the program: report it with the trace on standard error.";
        };
    }
}
