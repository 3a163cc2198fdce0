package com.elytracloud.status.guard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsSection.Capability;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorTextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BACKUP_POLICY_TEXT",
                "INFRASTRUCTURE_MODEL",
                "INFRASTRUCTURE_REGIONS",
                "INFRASTRUCTURE_NOTES",
                "COMPONENTS",
                "SITE_TITLE"
            })
    void aTextThatWouldBeRefusedIsAProblemThatNamesVariableAndRule(String variable) {
        GuardStage stage = new GuardStage().secret("a-secret-of-many-signs").with(variable, "a-secret-of-many-signs=1");

        assertThat(stage.operatorTexts().problems()).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.variable()).isEqualTo(variable);
            assertThat(problem.sentence()).contains("'secret'").doesNotContain("many-signs");
        });
        assertThat(new GuardStage()
                        .with(variable, "ops@example.com=1")
                        .operatorTexts()
                        .problems())
                .extracting(Problem::sentence)
                .anyMatch(sentence -> sentence.contains("'email'"))
                .noneMatch(sentence -> sentence.contains("example"));
    }

    @Test
    void harmlessTextsAndAbsentOnesAreNone() {
        assertThat(new GuardStage()
                        .with("COMPONENTS", "Websites=1,2,3;Databases=4")
                        .with("INFRASTRUCTURE_REGIONS", "nyc3,fra1")
                        .operatorTexts()
                        .problems())
                .isEmpty();
    }

    @Test
    void onlyAddressesArePublicAddresses() {
        assertThat(new GuardStage()
                        .with(
                                "PUBLIC_ADDRESSES",
                                "example.com, https://a.example/x, *.b.example, me@c.example, +49 30 1234567")
                        .operatorTexts()
                        .problems())
                .isEmpty();
        assertThat(new GuardStage()
                        .with("PUBLIC_ADDRESSES", "example.com, dop_v1_secret")
                        .operatorTexts()
                        .problems())
                .hasSize(1)
                .allSatisfy(problem -> assertThat(problem.sentence()).doesNotContain("dop_v1"));
    }

    @Test
    void onlyWhoeverShowsThemNeedsThem() {
        OperatorTexts texts = new GuardStage().operatorTexts();

        assertThat(texts.servesFor(Capability.ASSESS)).isTrue();
        assertThat(texts.servesFor(Capability.PUBLISH)).isTrue();
        assertThat(texts.servesFor(Capability.READ_MONITORS)).isFalse();
        assertThat(texts.servesFor(Capability.READ_BACKUPS)).isFalse();
    }
}
