package com.elytracloud.status.config;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StageSettingsTest {
    private final StageSettings settings = new StageSettings();

    @Test
    void onAStageNoOtherSettingIsSeenWhateverItsName() {
        settings.play(Map.of("STATUS_BUCKET", "stage"));

        assertThat(settings.getValue("STATUS_BUCKET")).isEqualTo("stage");
        assertThat(settings.getValue("ALERT_WEBHOOK_URL")).isEmpty();
        assertThat(settings.getValue("A_SETTING_OF_2031")).isEmpty();
    }

    @Test
    void theFrameworksOwnPropertiesGoOn() {
        settings.play(Map.of("STATUS_BUCKET", "stage"));

        assertThat(settings.getValue("quarkus.log.level")).isNull();
    }

    @Test
    void withoutAStageItNamesNothing() {
        settings.play(Map.of("STATUS_BUCKET", "stage"));
        settings.strike();

        assertThat(settings.getValue("STATUS_BUCKET")).isNull();
        assertThat(settings.getValue("ALERT_WEBHOOK_URL")).isNull();
    }
}
