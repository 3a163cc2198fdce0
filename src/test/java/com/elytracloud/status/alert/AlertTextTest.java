package com.elytracloud.status.alert;

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
    void everyTroubleSaysWhatHappenedSinceWhenWhatVisitorsSeeAndWhatToDo(AlertType trouble) {
        AlertText text = AlertText.of(alert(Kind.OPENED, trouble)).without(detail -> false);

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
        AlertText text = AlertText.of(alert(Kind.RESOLVED, AlertType.OUTAGE));

        assertThat(text.title()).isEqualTo("Resolved: The platform is in outage");
        assertThat(text.body()).contains("lasted about 1 h 15 min");
    }

    @Test
    void aTestIsMarkedInTitleAndBody() {
        AlertText text = AlertText.of(alert(Kind.TEST, AlertType.OUTAGE));

        assertThat(text.title()).startsWith("TEST");
        assertThat(text.body()).startsWith("TEST").doesNotContain("outage");
    }

    @Test
    void aDetailThatHoldsASecretIsWithheldEverywhere() {
        AlertText text = AlertText.of(alert(Kind.OPENED, AlertType.OUTAGE)).without(detail -> true);

        assertThat(text.body()).doesNotContain("the detail").contains("withheld");
        assertThat(text.event(alert(Kind.OPENED, AlertType.OUTAGE)).detail()).doesNotContain("the detail");
    }

    private static Alert alert(Kind kind, AlertType trouble) {
        return new Alert(kind, OpenAlert.first(AlertSignal.bad(trouble, "the detail"), ago("PT1H15M")), NOW);
    }
}
