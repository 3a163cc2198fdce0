package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.Infrastructure;
import com.elytracloud.status.contract.StatusDocument.NoticeEntry;
import com.elytracloud.status.contract.StatusDocument.Uptime;

/** What the page says, part by part and from top to bottom. */
final class PageSlots {
    private static final int SHOWN_CHANGES = 10;

    private PageSlots() {}

    static Slots of(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        Slots slots = new Slots();
        putSite(site, slots);
        putHeadline(status, slots);
        putNotice(status.notice(), slots);
        putComponents(status, slots);
        DayBars.put(history, status.updatedAt(), slots);
        putUptime(status.uptime(), slots);
        putBackups(status.backups(), slots);
        putChanges(history.transitions(), slots);
        putInfrastructure(status.infrastructure(), slots);
        return slots;
    }

    private static void putSite(SiteIdentity site, Slots slots) {
        slots.set("title", site.title())
                .set("home", String.valueOf(site.home()))
                .when("linked", site.home() != null)
                .when("unlinked", site.home() == null)
                .set("words", words());
    }

    // For the script: what the page would say in another state.
    private static String words() {
        return Arrays.stream(Look.values())
                .map(look -> "\"%s\":[\"%s\",\"%s\",\"%s\"]"
                        .formatted(look.key(), look.word(), look.sentence(), look.backupWord()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void putHeadline(StatusDocument status, Slots slots) {
        List<String> affected = affected(status);
        slots.set("state", Look.of(status).key())
                .set("sentence", Look.of(status).sentence())
                .set("affected", String.join(" · ", affected))
                .when("nothingAffected", affected.isEmpty());
        putTime("updated", status.updatedAt(), slots);
        putTime("staleAfter", status.staleAfter(), slots);
    }

    private static List<String> affected(StatusDocument status) {
        List<String> affected = new ArrayList<>();
        for (ComponentEntry component : status.components()) {
            Look look = Look.of(component, status);
            if (look != Look.OPERATIONAL) {
                affected.add(component.name() + ": " + lower(look.word()));
            }
        }
        Look backups = Look.of(status.backups().lastBackupStatus());
        if (backups != Look.OPERATIONAL) {
            affected.add("Backups: " + lower(backups.backupWord()));
        }
        return affected;
    }

    private static void putNotice(NoticeEntry notice, Slots slots) {
        slots.when("noNotice", notice == null)
                .set("noticeTitle", notice == null ? "" : notice.title())
                .set("noticeMessage", notice == null ? "" : notice.message());
        putTime("noticeFrom", notice == null ? null : notice.startedAt(), slots);
        putTime("noticeTo", notice == null ? null : notice.expiresAt(), slots);
    }

    private static void putComponents(StatusDocument status, Slots slots) {
        slots.when("components", !status.components().isEmpty())
                .each(
                        "component",
                        status.components().stream()
                                .map(component -> component(component, Look.of(component, status)))
                                .toList());
    }

    private static Slots component(ComponentEntry component, Look look) {
        return new Slots()
                .set("id", component.id())
                .set("name", component.name())
                .set("look", look.key())
                .set("word", look.word());
    }

    private static void putUptime(Uptime uptime, Slots slots) {
        slots.set("last24h", percent(uptime.last24h()))
                .set("last7d", percent(uptime.last7d()))
                .set("last30d", percent(uptime.last30d()));
    }

    private static void putBackups(StatusDocument.Backups backups, Slots slots) {
        Look look = Look.of(backups.lastBackupStatus());
        slots.set("backupLook", look.key())
                .set("backupWord", look.backupWord())
                .set("policyText", backups.policy())
                .when("backupKnown", backups.lastSuccessfulBackup() != null)
                .when("backupUnknown", backups.lastSuccessfulBackup() == null);
        putTime("backupAt", backups.lastSuccessfulBackup(), slots);
    }

    private static void putChanges(List<TransitionEntry> transitions, Slots slots) {
        List<Slots> changes = new ArrayList<>();
        for (int i = transitions.size() - 1; i >= 0 && changes.size() < SHOWN_CHANGES; i--) {
            TransitionEntry change = transitions.get(i);
            Slots slot = new Slots()
                    .set("look", Look.of(change.to()).key())
                    .set("text", Look.of(change.to()).sentence());
            putTime("at", change.at(), slot);
            changes.add(slot);
        }
        slots.when("quiet", changes.isEmpty())
                .when("changes", !changes.isEmpty())
                .each("change", changes);
    }

    private static void putInfrastructure(Infrastructure infrastructure, Slots slots) {
        slots.set("model", infrastructure.model())
                .set("notes", infrastructure.notes())
                .when("regions", !infrastructure.regions().isEmpty())
                .set("regionList", String.join(", ", infrastructure.regions()));
    }

    private static void putTime(String name, Instant timeOrNull, Slots slots) {
        slots.set(name, timeOrNull == null ? "" : timeOrNull.toString())
                .set(name + "Text", timeOrNull == null ? "" : Times.minute(timeOrNull));
    }

    static String percent(BigDecimal percentOrNull) {
        return percentOrNull == null ? "Not known" : percentOrNull.toPlainString() + "%";
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
