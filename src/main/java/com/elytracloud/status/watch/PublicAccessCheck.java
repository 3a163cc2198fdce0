package com.elytracloud.status.watch;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.PublishedStatusClient;

/** Checks the public address: the file, its certificate, the headers for caches and other sites, and the page. */
@Singleton
record PublicAccessCheck(
        WatchdogConfig config, Variables variables, AnonymousHttp visitor, PublishedStatusClient client)
        implements HealthCheck {
    private static final String ADDRESS = "public address";
    private static final String CERTIFICATE = "certificate";
    private static final String CORS = "CORS headers";
    /** As the watchdog alerts. */
    private static final Duration ENDS_SOON = Duration.ofDays(14);
    /** With 10 min between runs, a minute of schedule and half a minute of run, a reader is 15 min behind at most. */
    private static final long LONGEST_SECONDS = 210;

    private static final Pattern KEPT_FOR = Pattern.compile("(?:s-maxage|max-age)=(\\d{1,9})");
    private static final Pattern NOT_KEPT = Pattern.compile("no-(?:store|cache)");
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @Override
    public Part part() {
        return Part.VISITORS;
    }

    @Override
    public DoctorReport examine(DoctorReport report) {
        if (!config.problems().isEmpty()) {
            return report.skipped(ADDRESS, "STATUS_PUBLIC_URL is not set, or is no address");
        }
        // Without Origin first: a cache that would keep that answer for browsers too has it then.
        return client.request(config.address(), report.deadline())
                .fold(visit -> answered(report, visit), () -> report, failure -> refused(report, failure));
    }

    private DoctorReport answered(DoctorReport report, Visit visit) {
        PublishedStatusClient.usable(visit)
                .then(PublishedStatusClient::served)
                .fold(site -> aged(report, site), () -> report, failure -> refused(report, failure));
        certificate(report, config.address(), visit);
        if (visit.status() == 200) {
            cache(report, visit.header("Cache-Control").orElse(""));
            crossOrigin(report, visit);
            PublicPage.check(report, visitor, config.address());
        }
        return report;
    }

    private static DoctorReport aged(DoctorReport report, ServedSite site) {
        String seen = "serves the status from %s, which expires at %s"
                .formatted(site.revision().updatedAt(), site.staleAfter());
        return report.now().isAfter(site.staleAfter())
                ? report.warn(ADDRESS, seen, "visitors.expired")
                : report.ok(ADDRESS, seen);
    }

    static DoctorReport refused(DoctorReport report, Failure failure) {
        // Some storages respond with 403 for objects that do not exist, so that nobody can find out which do.
        boolean isMissing = Set.of(Reason.NOT_FOUND, Reason.FORBIDDEN).contains(failure.reason());
        return isMissing
                ? report.warn(ADDRESS, failure.toString(), "visitors.missing")
                : report.fail(ADDRESS, failure, "visitors.failure");
    }

    static DoctorReport certificate(DoctorReport report, URI address, Visit visit) {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            return Set.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost())
                    ? report.skipped(CERTIFICATE, "none: the address is http, on this machine")
                    : report.warn(CERTIFICATE, "none: the address is http", "visitors.http");
        }
        Duration left = Duration.between(report.now(), visit.certificateEnds());
        return report.require(
                left.compareTo(ENDS_SOON) >= 0,
                CERTIFICATE,
                "%d days left".formatted(left.toDays()),
                "visitors.certificate");
    }

    private static void cache(DoctorReport report, String header) {
        boolean isKept = !NOT_KEPT.matcher(header).find();
        long longest = KEPT_FOR.matcher(isKept ? header : "max-age=0")
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(-1);
        report.require(
                longest >= 0 && longest <= LONGEST_SECONDS,
                "cache header",
                longest < 0 ? "names no max-age: '%s'".formatted(header) : "keeps the file for %d s".formatted(longest),
                "visitors.cache");
    }

    // Storages send the header only if the request has an Origin; a cache that ignores Vary then keeps the response
    // without it and serves it to browsers, which reject it.
    private void crossOrigin(DoctorReport report, Visit without) {
        Optional<URI> home = new SettingsReader(variables, Set.of()).address("SITE_HOME_URL");
        String origin = home.map(url -> "%s://%s".formatted(url.getScheme(), url.getAuthority()))
                .orElse("https://www.example.com");
        visitor.visit(config.address(), Map.of("Origin", origin), report.deadline())
                .fold(
                        with -> allowed(report, origin, home.isPresent(), with, without),
                        () -> report,
                        failure -> report.skipped(CORS, "not known: " + failure.reason()));
    }

    private static DoctorReport allowed(DoctorReport report, String origin, boolean isHome, Visit with, Visit without) {
        String allowed = with.header(ALLOWED).orElse("");
        if (!allowed.equals("*") && !allowed.equals(origin)) {
            String seen = "%s may not load the file: %s is '%s'".formatted(origin, ALLOWED, allowed);
            return isHome ? report.fail(CORS, seen, "visitors.origin") : report.warn(CORS, seen, "visitors.origin");
        }
        boolean always = allowed.equals("*")
                && without.header(ALLOWED).filter("*"::equals).isPresent();
        boolean varies = with.header("Vary").orElse("").toLowerCase(Locale.ROOT).contains("origin");
        String seen = "%s may load the file".formatted(origin);
        return always || varies
                ? report.ok(CORS, seen)
                : report.warn(
                        CORS, seen + ", but a response to a request without Origin lacks the header", "visitors.vary");
    }
}
