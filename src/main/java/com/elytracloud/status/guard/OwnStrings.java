package com.elytracloud.status.guard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.elytracloud.status.config.RunConfig;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.BackupCode;
import com.elytracloud.status.contract.StatusDocument.NoticeEntry;
import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.run.SiteRenderer;

/**
 * What the site says whatever happens: the strings of renderings into which nothing of the inside went.
 *
 * <p>Where a monitor is called "Website" the word tells nothing on a page that always said it. Made only when
 * something was found, for most runs need it never.
 */
final class OwnStrings {
    private static final Instant SOME_TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final HistoryDocument HISTORY = history();
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final SiteRenderer renderer;
    private Set<String> exact;
    private Set<String> withoutFigures;

    OwnStrings(SiteRenderer renderer) {
        this.renderer = renderer;
    }

    /** Whether the site says this letter by letter. */
    synchronized boolean hold(String text) {
        make();
        return exact.contains(text);
    }

    /** Whether the site says this with other figures. */
    synchronized boolean holdWithOtherFigures(String text) {
        make();
        return withoutFigures.contains(withoutFigures(text));
    }

    private void make() {
        if (exact != null) {
            return;
        }
        exact = new HashSet<>(List.of(
                RunConfig.UNSAID.backupPolicy(),
                RunConfig.UNSAID.infrastructureModel(),
                RunConfig.UNSAID.infrastructureNotes()));
        documents()
                .flatMap(document -> renderer.render(document, HISTORY).stream())
                .forEach(this::add);
        withoutFigures = new HashSet<>();
        exact.forEach(text -> withoutFigures.add(withoutFigures(text)));
    }

    private void add(SiteFile file) {
        try {
            PublicStrings.of(file).forEach(string -> exact.add(string.text()));
        } catch (UnreadableFileException e) {
            return; // the file itself is a finding then, and nothing in it is excused
        }
    }

    private static Stream<StatusDocument> documents() {
        return Stream.of(StatusCode.values()).flatMap(status -> Stream.of(BackupCode.values())
                .flatMap(backups ->
                        Stream.of(document(status, backups, null), document(status, backups, notice(status)))));
    }

    private static StatusDocument document(StatusCode status, BackupCode backups, NoticeEntry noticeOrNull) {
        return new StatusDocument(
                StatusDocument.SCHEMA_VERSION,
                SOME_TIME,
                SOME_TIME.plus(30, ChronoUnit.MINUTES),
                status,
                noticeOrNull == null ? StatusSource.AUTOMATIC : StatusSource.OPERATOR,
                new StatusDocument.Uptime(null, null, null),
                new StatusDocument.Backups("-", backups, null, null),
                new StatusDocument.Infrastructure("-", List.of("-"), "-"),
                List.of(new StatusDocument.ComponentEntry("-", "-", status)),
                noticeOrNull);
    }

    private static NoticeEntry notice(StatusCode status) {
        return new NoticeEntry(status, "-", "-", SOME_TIME, SOME_TIME.plus(4, ChronoUnit.HOURS));
    }

    /** A day of each status, with and without a figure, and each change there can be. */
    private static HistoryDocument history() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        List<DayEntry> days = Stream.of(StatusCode.values())
                .flatMap(status -> Stream.of(
                        new DayEntry(day, status, null, BigDecimal.ZERO),
                        new DayEntry(day, status, BigDecimal.TEN, BigDecimal.ONE)))
                .toList();
        List<TransitionEntry> changes = Stream.of(StatusCode.values())
                .flatMap(from -> Stream.of(StatusCode.values())
                        .filter(to -> to != from)
                        .map(to -> new TransitionEntry(SOME_TIME, from, to)))
                .toList();
        return new HistoryDocument(HistoryDocument.SCHEMA_VERSION, SOME_TIME, days, changes);
    }

    private static String withoutFigures(String text) {
        return DIGITS.matcher(text).replaceAll("0");
    }
}
