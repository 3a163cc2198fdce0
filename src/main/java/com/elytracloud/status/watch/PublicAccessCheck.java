package com.elytracloud.status.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.PublishedStatusClient;

/** Checks the public address: the file, its certificate, and the headers for browsers and caches. */
@Singleton
final class PublicAccessCheck implements HealthCheck {
    private static final String ADDRESS = "public address";
    private static final Duration VISIT = Duration.ofSeconds(6);

    private final WatchdogConfig config;
    private final AnonymousHttp visitor;
    private final PublishedStatusClient probe;
    private final CrossOrigin crossOrigin;

    PublicAccessCheck(WatchdogConfig config, Variables variables, AnonymousHttp visitor, PublishedStatusClient probe) {
        this.config = config;
        this.visitor = visitor;
        this.probe = probe;
        this.crossOrigin = new CrossOrigin(visitor, new SettingsReader(variables, Set.of()).address("SITE_HOME_URL"));
    }

    @Override
    public Part part() {
        return Part.VISITORS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (!config.problems().isEmpty()) {
            return List.of(part().grey(ADDRESS, "not visited: STATUS_PUBLIC_URL is not set, or is no address"));
        }
        URI address = config.address();
        // Without Origin first: a cache that would keep that answer for browsers too has it then.
        Reading<Visit> visit = visitor.visit(address, HttpPublishedStatusClient.FOR_JSON, deadline.within(VISIT));
        return visit.fold(
                answer -> answered(address, answer, now, deadline),
                List::of,
                failure -> List.of(refused(failure), Certificates.refused(failure)));
    }

    private List<DoctorReport> answered(URI address, Visit visit, Instant now, Deadline deadline) {
        List<DoctorReport> rows = new ArrayList<>();
        rows.add(HttpPublishedStatusClient.answer(visit)
                .then(probe::served)
                .fold(site -> aged(site, now), () -> part().grey(ADDRESS, "not known"), this::refused));
        rows.add(Certificates.seen(address, visit, now));
        if (visit.status() == 200) {
            rows.add(CacheHeader.seen(visit));
            rows.add(crossOrigin.seen(address, visit, deadline.within(VISIT)));
            rows.add(PublicPage.seen(visitor, address, deadline.within(VISIT)));
        }
        return rows;
    }

    private DoctorReport aged(ServedSite site, Instant now) {
        String seen = "serves the status from " + site.revision().updatedAt();
        return now.isAfter(site.staleAfter())
                ? part().amber(
                                ADDRESS,
                                seen + ", which expired at " + site.staleAfter(),
                                "Check the schedule and the log of the status function; \"elytra status publish\""
                                        + " publishes by hand.")
                : part().green(ADDRESS, seen);
    }

    private DoctorReport refused(Failure failure) {
        return switch (failure.reason()) {
            // Some storages respond with 403 for objects that do not exist, so that nobody can find out which do.
            case NOT_FOUND, FORBIDDEN ->
                part().amber(
                                ADDRESS,
                                failure.toString(),
                                "If nothing was published yet: \"elytra status publish\". Otherwise see the rows about the"
                                        + " bucket of the site.");
            case REDIRECTED ->
                part().red(ADDRESS, failure, "Write the address into STATUS_PUBLIC_URL that it redirects to.");
            case UNREADABLE, TOO_LARGE ->
                part().red(
                                ADDRESS,
                                failure,
                                "This is no status.json: correct STATUS_PUBLIC_URL; \"elytra validate\" shows details.");
            default ->
                part().red(
                                ADDRESS,
                                failure,
                                "Check the DNS name, the CDN and the certificate of STATUS_PUBLIC_URL, and whether"
                                        + " this machine may reach it.");
        };
    }
}
