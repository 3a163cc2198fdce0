package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.NoticeEntry;
import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.contract.StatusDocument.StatusSource;

/** As much as the schemas allow, and no two parts alike. */
final class FullestSite {
    private static final StatusCode[] CODES = StatusCode.values();

    private FullestSite() {}

    static StatusDocument status(Instant now) {
        StatusDocument sample = Sample.OUTAGE.status(now);
        return new StatusDocument(
                1,
                sample.updatedAt(),
                sample.staleAfter(),
                sample.platformStatus(),
                StatusSource.OPERATOR,
                sample.uptime(),
                sample.backups(),
                sample.infrastructure(),
                IntStream.range(0, 50).mapToObj(FullestSite::component).toList(),
                new NoticeEntry(
                        StatusCode.OUTAGE,
                        "Something long happens ".repeat(5),
                        "And much is said of it. ".repeat(40),
                        sample.updatedAt(),
                        sample.updatedAt().plus(Duration.ofHours(4))));
    }

    static HistoryDocument history(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new HistoryDocument(
                1,
                now,
                IntStream.range(0, 90)
                        .mapToObj(day -> new DayEntry(
                                today.minusDays(89L - day),
                                CODES[day % 4],
                                new BigDecimal("9%d.%02d".formatted(day % 10, day)),
                                new BigDecimal("0.%03d".formatted(day * 11))))
                        .toList(),
                IntStream.range(0, 50)
                        .mapToObj(i -> new TransitionEntry(
                                now.minusSeconds(86400L * (50 - i)), CODES[i % 4], CODES[(i + 1) % 4]))
                        .toList());
    }

    private static ComponentEntry component(int i) {
        String name =
                "Region %02d, cluster %s of the managed hosting platform".formatted(i, Integer.toHexString(i * 7919));
        return new ComponentEntry("region-" + i, name, CODES[i % 4]);
    }
}
