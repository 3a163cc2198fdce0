package com.elytracloud.status.alert;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.Alert.Kind;
import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertType;
import com.elytracloud.status.domain.OpenAlert;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static org.assertj.core.api.Assertions.assertThat;

class AlertTextTest {
    @ParameterizedTest
    @EnumSource
    void everyAlertSaysWhatHappenedSinceWhenWhatVisitorsSeeAndWhatToDo(AlertType type) {
        AlertText text = english(Kind.OPENED, type);

        assertThat(text.title()).isNotBlank().hasSizeLessThan(80).doesNotEndWith(".");
        assertThat(text.body())
                .contains("What happened: " + text.title() + ".")
                .contains("Since: 2028-02-29 22:44 UTC (1 h 15 min ago).")
                .containsPattern("What visitors see: .+\\.\n")
                .containsPattern("What to check first: .+[.?]\n")
                .endsWith("Detail: the detail\n");
    }

    @Test
    void anEndSaysHowLongItLasted() {
        AlertText text = english(Kind.RESOLVED, AlertType.OUTAGE);

        assertThat(text.title()).isEqualTo("Resolved: The platform is in outage");
        assertThat(text.body()).contains("lasted about 1 h 15 min");
    }

    @Test
    void aTestIsMarkedInTitleAndBody() {
        AlertText text = english(Kind.TEST, AlertType.OUTAGE);

        assertThat(text.title()).startsWith("TEST");
        assertThat(text.body()).startsWith("TEST").doesNotContain("outage");
    }

    @Test
    void aDetailThatHoldsASecretIsWithheldEverywhere() {
        AlertText text = AlertText.of(alert(Kind.OPENED, AlertType.OUTAGE), Locale.ENGLISH, detail -> true);

        assertThat(text.body()).doesNotContain("the detail").contains("withheld");
        assertThat(text.event(alert(Kind.OPENED, AlertType.OUTAGE)).detail()).doesNotContain("the detail");
    }

    @Test
    void aGermanAlertIsGermanThroughout() {
        Alert reminder = alert(Kind.REMINDER, AlertType.BACKUP_FAILED);

        assertThat(AlertText.of(reminder, Locale.GERMAN, detail -> false))
                .isEqualTo(new AlertText(
                        "Noch immer: Die Backups gelten seit zwei Stunden als fehlgeschlagen", """
                        Was geschah: Die Backups gelten seit zwei Stunden als fehlgeschlagen.
                        Beginn: 2028-02-29 22:44 UTC (vor 1 Std. 15 Min.).
                        Was Besucher sehen: „fehlgeschlagen“ in der Zeile der Backups; am Status der Plattform ändert das nichts.
                        Was zuerst zu prüfen ist: "elytra backups" nennt die Kunden; danach das Log des Backup-Jobs.
                        Einzelheiten: the detail
                        """, "the detail"));
    }

    private static AlertText english(Kind kind, AlertType type) {
        return AlertText.of(alert(kind, type), Locale.ENGLISH, detail -> false);
    }

    private static Alert alert(Kind kind, AlertType type) {
        return new Alert(kind, OpenAlert.first(AlertSignal.bad(type, "the detail"), ago("PT1H15M")), NOW);
    }
}
