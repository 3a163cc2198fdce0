package com.elytracloud.status.watch;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;

/**
 * The doctor's row that shows whether another site may load the public file.
 *
 * <p>Storages send the header only if the request has an Origin; a cache that ignores {@code Vary} then keeps the
 * response without it and serves it to browsers, which reject it.
 */
final class CrossOrigin {
    private static final String NAME = "CORS headers";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String SOMEONE = "https://www.example.com";

    private final AnonymousHttp visitor;
    private final Optional<String> home;

    CrossOrigin(AnonymousHttp visitor, Optional<URI> home) {
        this.visitor = visitor;
        this.home = home.map(url -> "%s://%s".formatted(url.getScheme(), url.getAuthority()));
    }

    /** @param without the answer to a request without Origin */
    DoctorReport seen(URI address, Visit without, Deadline deadline) {
        String origin = home.orElse(SOMEONE);
        Reading<Visit> visit = visitor.visit(address, Map.of("Origin", origin), deadline);
        return visit.fold(
                with -> judge(origin, with, without),
                () -> Part.VISITORS.grey(NAME, "not known"),
                failure -> Part.VISITORS.grey(NAME, "not known: " + failure.reason()));
    }

    private DoctorReport judge(String origin, Visit with, Visit without) {
        String allowed = with.header(ALLOWED).orElse("");
        if (!allowed.equals("*") && !allowed.equals(origin)) {
            return refused(origin, allowed);
        }
        boolean always = without.header(ALLOWED).filter(allowed::equals).isPresent() && allowed.equals("*");
        return always || variesByOrigin(with)
                ? Part.VISITORS.green(NAME, "%s may load the file".formatted(origin))
                : Part.VISITORS.amber(
                        NAME,
                        "%s may load the file, but a response to a request without Origin lacks the header"
                                .formatted(origin),
                        "A cache may keep that answer for browsers: add the header \"%s: *\" to every answer at the CDN."
                                .formatted(ALLOWED));
    }

    private DoctorReport refused(String origin, String allowed) {
        String seen = allowed.isEmpty()
                ? "%s may not load the file: there is no %s".formatted(origin, ALLOWED)
                : "%s may not load the file: allowed is %s".formatted(origin, allowed);
        return home.isPresent()
                ? Part.VISITORS.red(
                        NAME,
                        seen,
                        "Allow this origin, or *, in the CORS rules of STATUS_BUCKET and at the CDN: the card on that"
                                + " site stays empty without it.")
                : Part.VISITORS.amber(
                        NAME,
                        seen,
                        "If another site shows the card, name it in SITE_HOME_URL and check again, or allow * in the CORS"
                                + " rules of STATUS_BUCKET and at the CDN.");
    }

    private static boolean variesByOrigin(Visit visit) {
        return visit.header("Vary").orElse("").toLowerCase(Locale.ROOT).contains("origin");
    }
}
