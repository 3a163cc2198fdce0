package com.elytracloud.status.watch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;

/** The doctor's row about how long caches and browsers keep the public file. */
final class CacheHeader {
    private static final String NAME = "cache header";
    private static final Pattern KEPT_FOR = Pattern.compile("(?:s-maxage|max-age)=(\\d{1,9})");
    private static final Pattern NOT_KEPT = Pattern.compile("no-(?:store|cache)");
    /** With 10 min between runs, a minute of schedule and half a minute of run, a reader is 15 min behind at most. */
    private static final long LONGEST_SECONDS = 210;

    private CacheHeader() {}

    static DoctorReport seen(Visit visit) {
        String header = visit.header("Cache-Control").orElse("");
        Matcher seconds = KEPT_FOR.matcher(header);
        long longest = -1;
        while (seconds.find()) {
            longest = Math.max(longest, Long.parseLong(seconds.group(1)));
        }
        if (NOT_KEPT.matcher(header).find()) {
            longest = 0;
        }
        if (longest < 0) {
            return Part.VISITORS.red(
                    NAME,
                    header.isEmpty() ? "there is none" : "names no max-age: " + header,
                    "Let the CDN pass the file's own Cache-Control on, or add max-age=60 there: without it browsers"
                            + " guess how long the file is fresh.");
        }
        return longest > LONGEST_SECONDS
                ? Part.VISITORS.red(
                        NAME,
                        "keeps the file for %d s".formatted(longest),
                        "Set the CDN's time to live to 60 s: visitors would see an outdated status.")
                : Part.VISITORS.green(NAME, "keeps the file for %d s".formatted(longest));
    }
}
