package com.elytracloud.status.assess;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.elytracloud.status.domain.BackupObject;

/** What the key of an object tells about it. */
final class BackupKeys {
    private static final Duration COPIED_LATER = Duration.ofHours(36);
    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "partial");
    private static final Pattern CHECKSUM = Pattern.compile("(md5|sha1|sha224|sha256|sha384|sha512|b2|crc32)(sums?)?");

    /** 2026-11-20, 20261120, 2026/11/20 and the like, with a time of day after it or not. */
    private static final Pattern DAY = Pattern.compile(
            "(?<!\\d)(20\\d{2})([-_./]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?:\\d{4}|\\d{6})?(?!\\d)");

    private BackupKeys() {}

    /** Whether an object may be a backup: no folder marker, unfinished file or checksum of another file. */
    static boolean isCandidate(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return !name.isEmpty()
                && !UNFINISHED.contains(ending)
                && !CHECKSUM.matcher(ending).matches();
    }

    /** When a backup was taken: the end of the UTC day in its key, where a later copy has changed its time. */
    static Instant takenAt(BackupObject object) {
        return dayBeforeCopying(object).map(BackupKeys::endOf).orElse(object.lastModified());
    }

    /** The UTC day of {@link #takenAt}; the end of a named day is an instant of the next one. */
    static LocalDate dayTaken(BackupObject object) {
        return dayBeforeCopying(object).orElseGet(() -> LocalDate.ofInstant(object.lastModified(), ZoneOffset.UTC));
    }

    private static Optional<LocalDate> dayBeforeCopying(BackupObject object) {
        Instant latest = object.lastModified().minus(COPIED_LATER);
        return namedDay(object.key()).filter(day -> endOf(day).isBefore(latest));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    // The last one: a folder may carry the day of something else.
    private static Optional<LocalDate> namedDay(String key) {
        return DAY.matcher(key).results().flatMap(BackupKeys::toDay).reduce((earlier, later) -> later);
    }

    private static Stream<LocalDate> toDay(MatchResult day) {
        try {
            return Stream.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(3)), Integer.parseInt(day.group(4))));
        } catch (DateTimeException notADay) {
            // 2026-02-31: digits that only look like a day say nothing about the time.
            return Stream.empty();
        }
    }
}
