package com.elytracloud.status.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.elytracloud.status.domain.ListingMark;
import com.elytracloud.status.domain.SeenBefore;
import com.elytracloud.status.domain.TenantMemory;

/**
 * How the state writes what is remembered of a tenant's backups, and back: when it was first seen, how many days before
 * the state was written it was last, how many seconds before that it was listed in full, and the hash of its newest
 * backup; then, where listing may go on, what lies before and the place itself, which may hold blanks.
 *
 * <p>Numbers are to the base of 36; "-" stands for none.
 */
final class TenantForms {
    private static final int BASE = 36;
    private static final int WEEK = 7;
    private static final String NONE = "-";
    private static final Pattern FORM = Pattern.compile(
            "([0-9a-z]{1,9}) ([0-9a-z]{1,4}) ([0-9a-z]{1,9}|-) ([A-Za-z0-9_-]{1,16})(?: (\\S{1,40}) (.+))?",
            Pattern.DOTALL);
    private static final Pattern BEFORE = Pattern.compile("([0-9a-z]{1,9}|-)(?:\\.([0-9a-z]{1,2})\\.([0-9a-z]{1,6}))?");

    private TenantForms() {}

    static String of(TenantMemory tenant, Instant writtenAt) {
        ListingMark mark = tenant.mark();
        long days = ChronoUnit.DAYS.between(tenant.lastSeen(), day(writtenAt));
        String form = "%s %s %s %s"
                .formatted(
                        base36(tenant.since().getEpochSecond()),
                        base36(days),
                        mark.fullAt().equals(Instant.MIN)
                                ? NONE
                                : base36(writtenAt.getEpochSecond()
                                        - mark.fullAt().getEpochSecond()),
                        mark.checked().isEmpty() ? NONE : mark.checked());
        return mark.hasPosition() ? "%s %s %s".formatted(form, of(mark.before()), mark.startAfter()) : form;
    }

    static TenantMemory tenant(String text, String place, Instant writtenAt) {
        Matcher form = match(FORM, text);
        Instant fullAt =
                form.group(3).equals(NONE) ? Instant.MIN : seconds(writtenAt.getEpochSecond() - number(form.group(3)));
        boolean hasPosition = form.group(6) != null;
        ListingMark mark = new ListingMark(
                place,
                fullAt,
                form.group(4).equals(NONE) ? "" : form.group(4),
                hasPosition ? form.group(6) : "",
                hasPosition ? before(form.group(5)) : SeenBefore.NOTHING);
        return new TenantMemory(seconds(number(form.group(1))), day(writtenAt).minusDays(number(form.group(2))), mark);
    }

    private static String of(SeenBefore before) {
        String newest = before.newest().equals(Instant.MIN)
                ? NONE
                : base36(before.newest().getEpochSecond());
        if (!before.tellsDays()) {
            return newest;
        }
        int bits = 0;
        for (LocalDate day : before.days()) {
            bits |= 1 << ChronoUnit.DAYS.between(day, day(before.newest()));
        }
        return "%s.%s.%s".formatted(newest, base36(bits), base36(before.oldest().getEpochSecond() / ShortForms.HOUR));
    }

    private static SeenBefore before(String text) {
        Matcher form = match(BEFORE, text);
        Instant newest = form.group(1).equals(NONE) ? Instant.MIN : seconds(number(form.group(1)));
        if (form.group(2) == null) {
            return new SeenBefore(newest, Set.of(), Instant.MAX);
        }
        Set<LocalDate> days = new HashSet<>();
        for (int back = 0; back <= WEEK; back++) {
            if ((number(form.group(2)) >> back & 1) == 1) {
                days.add(day(newest).minusDays(back));
            }
        }
        return new SeenBefore(newest, days, seconds(number(form.group(3)) * ShortForms.HOUR));
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a tenant is malformed");
        }
        return matcher;
    }

    // A clock that was set back makes no negative age.
    private static String base36(long number) {
        return Long.toString(Math.max(0, number), BASE);
    }

    private static long number(String text) {
        return Long.parseLong(text, BASE);
    }

    private static Instant seconds(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
