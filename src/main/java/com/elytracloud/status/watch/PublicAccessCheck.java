package com.elytracloud.status.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.http.FailureReasons;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
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
    private static final Duration VISIT = Duration.ofSeconds(6);
    /** As the watchdog alerts. */
    private static final Duration ENDS_SOON = Duration.ofDays(14);
    /** With 10 min between runs, a minute of schedule and half a minute of run, a reader is 15 min behind at most. */
    private static final long LONGEST_SECONDS = 210;

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern KEPT_FOR = Pattern.compile("(?:s-maxage|max-age)=(\\d{1,9})");
    private static final Pattern NOT_KEPT = Pattern.compile("no-(?:store|cache)");
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @Override
    public Part part() {
        return Part.VISITORS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (config.told().isEmpty() || !config.problems().isEmpty()) {
            return List.of(part().skipped(ADDRESS, "not visited: STATUS_PUBLIC_URL is not set, or is no address"));
        }
        // Without Origin first: a cache that would keep that answer for browsers too has it then.
        return visitor.visit(config.address(), HttpPublishedStatusClient.FOR_JSON, deadline.within(VISIT))
                .fold(answer -> rows(answer, now, deadline), List::of, failure -> List.of(refused(failure)));
    }

    private List<DoctorReport> rows(Visit visit, Instant now, Deadline deadline) {
        URI address = config.address();
        List<DoctorReport> rows = new ArrayList<>();
        rows.add(HttpPublishedStatusClient.answer(visit)
                .then(client::served)
                .fold(site -> aged(site, now), () -> part().skipped(ADDRESS, "not known"), this::refused));
        rows.add(certificate(address, visit, now));
        if (visit.status() == 200) {
            rows.add(cache(visit.header("Cache-Control").orElse("")));
            rows.add(crossOrigin(address, visit, deadline.within(VISIT)));
            rows.add(PublicPage.check(visitor, address, deadline.within(VISIT)));
        }
        return rows;
    }

    private DoctorReport aged(ServedSite site, Instant now) {
        String seen = "serves the status from " + site.revision().updatedAt();
        return now.isAfter(site.staleAfter())
                ? part().warn(
                                ADDRESS,
                                seen + ", which expired at " + site.staleAfter(),
                                "Check the schedule and the log of the status function; \"elytra status publish\""
                                        + " publishes by hand.")
                : part().ok(ADDRESS, seen);
    }

    DoctorReport refused(Failure failure) {
        if (FailureReasons.isExpired(failure) || FailureReasons.isUntrusted(failure)) {
            return part().fail(
                            ADDRESS,
                            failure,
                            "Renew the certificate at the CDN or load balancer that holds it, for this name and from an"
                                    + " authority that browsers know.");
        }
        return switch (failure.reason()) {
            // Some storages respond with 403 for objects that do not exist, so that nobody can find out which do.
            case NOT_FOUND, FORBIDDEN ->
                part().warn(
                                ADDRESS,
                                failure.toString(),
                                "If nothing was published yet: \"elytra status publish\". Otherwise see the rows about the"
                                        + " bucket of the site.");
            case REDIRECTED ->
                part().fail(ADDRESS, failure, "Write the address into STATUS_PUBLIC_URL that it redirects to.");
            case UNREADABLE, TOO_LARGE ->
                part().fail(
                                ADDRESS,
                                failure,
                                "This is no status.json: correct STATUS_PUBLIC_URL; \"elytra validate\" shows details.");
            default ->
                part().fail(
                                ADDRESS,
                                failure,
                                "Check the DNS name and the CDN of STATUS_PUBLIC_URL, and whether this machine may reach"
                                        + " it.");
        };
    }

    static DoctorReport certificate(URI address, Visit visit, Instant now) {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            return HERE.contains(address.getHost())
                    ? Part.VISITORS.skipped(CERTIFICATE, "none: the address is http, on this machine")
                    : Part.VISITORS.warn(
                            CERTIFICATE,
                            "none: the address is http",
                            "Serve it by https: a card on an https site cannot load it otherwise.");
        }
        Duration left = Duration.between(now, visit.certificateEnds());
        return Part.VISITORS.require(
                left.compareTo(ENDS_SOON) >= 0,
                CERTIFICATE,
                "%d days left".formatted(left.toDays()),
                "Check why it was not renewed automatically, at the CDN or load balancer that holds it, and renew it.");
    }

    private DoctorReport cache(String header) {
        long longest = NOT_KEPT.matcher(header).find()
                ? 0
                : KEPT_FOR.matcher(header)
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .max()
                        .orElse(-1);
        return part().require(
                        longest >= 0 && longest <= LONGEST_SECONDS,
                        "cache header",
                        longest < 0
                                ? "names no max-age: '%s'".formatted(header)
                                : "keeps the file for %d s".formatted(longest),
                        "Let the CDN pass the file's own Cache-Control on, or set its time to live to 60 s (max-age=60):"
                                + " visitors would see an outdated status.");
    }

    // Storages send the header only if the request has an Origin; a cache that ignores Vary then keeps the response
    // without it and serves it to browsers, which reject it.
    private DoctorReport crossOrigin(URI address, Visit without, Deadline deadline) {
        Optional<URI> home = new SettingsReader(variables).address("SITE_HOME_URL");
        String origin = home.map(url -> "%s://%s".formatted(url.getScheme(), url.getAuthority()))
                .orElse("https://www.example.com");
        return visitor.visit(address, Map.of("Origin", origin), deadline)
                .fold(
                        with -> allowed(origin, home.isPresent(), with, without),
                        () -> part().skipped(CORS, "not known"),
                        failure -> part().skipped(CORS, "not known: " + failure.reason()));
    }

    private DoctorReport allowed(String origin, boolean isHome, Visit with, Visit without) {
        String allowed = with.header(ALLOWED).orElse("");
        if (!allowed.equals("*") && !allowed.equals(origin)) {
            String seen = "%s may not load the file: %s is '%s'".formatted(origin, ALLOWED, allowed);
            String advice =
                    "Allow the origin of each site that shows the card, or *, in the CORS rules of STATUS_BUCKET"
                            + " and at the CDN, and name that site in SITE_HOME_URL.";
            return isHome ? part().fail(CORS, seen, advice) : part().warn(CORS, seen, advice);
        }
        boolean always = allowed.equals("*")
                && without.header(ALLOWED).filter("*"::equals).isPresent();
        boolean varies = with.header("Vary").orElse("").toLowerCase(Locale.ROOT).contains("origin");
        return always || varies
                ? part().ok(CORS, "%s may load the file".formatted(origin))
                : part().warn(
                                CORS,
                                "%s may load the file, but a response to a request without Origin lacks the header"
                                        .formatted(origin),
                                "A cache may keep that answer for browsers: add the header \"%s: *\" to every answer at"
                                                .formatted(ALLOWED)
                                        + " the CDN.");
    }
}
