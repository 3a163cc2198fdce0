package com.elytracloud.status.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.ProductTexts;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.run.RunSettings;
import com.elytracloud.status.testing.NightlyBackups;

import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static org.assertj.core.api.Assertions.assertThat;

class RunConfigTest {
    @Test
    void withoutAnySettingEverythingIsJudgedByTheDefaults() {
        RunSettings settings = accepted(Map.of());

        assertThat(settings.rules().scope()).isEqualTo(MonitorScope.EVERYTHING);
        assertThat(settings.rules().components()).isEmpty();
        assertThat(settings.rules().backups()).isEqualTo(NightlyBackups.POLICY);
        assertThat(settings.staleAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(27));
        assertThat(settings.texts()).isEqualTo(PublicTexts.NONE);
    }

    @Test
    void whatARunWritesOnItsOwnIsInTheLanguageOfTheSite() {
        ProductTexts english = accepted(Map.of()).rules().texts();
        ProductTexts german = accepted(Map.of("SITE_LANGUAGE", "de")).rules().texts();

        assertThat(english.disruption()).isEqualTo("Service disruption");
        assertThat(german.disruption()).isEqualTo("Störung");
        assertThat(german.recovered()).isEqualTo("Unsere automatischen Prüfungen finden kein Problem mehr.");
        assertThat(german.withheld()).isEqualTo("Angaben zurückgehalten");
    }

    @ParameterizedTest(name = "BACKUP_BUCKET={0}: {1}")
    @CsvSource({"none, false", "None, false", "acme-backups, true", "nonesuch, true"})
    void onlyTheWordNoneMeansThatThereAreNoBackups(String bucket, boolean isAboutBackups) {
        assertThat(accepted(Map.of("BACKUP_BUCKET", bucket)).texts().isAboutBackups())
                .isEqualTo(isAboutBackups);
    }

    @Test
    void theScopeIsReadFromFourLists() {
        RunSettings settings = accepted(Map.of(
                "MONITOR_IDS",
                "1,2, 3",
                "CRITICAL_MONITOR_IDS",
                "2",
                "CONTROL_MONITOR_IDS",
                "8,9",
                "MONITOR_WEIGHTS",
                "1=5, 3 = 9999"));

        assertThat(settings.rules().scope())
                .isEqualTo(aScope().only("1", "2", "3")
                        .critical("2")
                        .controls("8", "9")
                        .weight("1", 5)
                        .weight("3", 9999)
                        .scope());
    }

    @Test
    void criticalMonitorsNeedNotBeNamedAmongAll() {
        assertThat(problems(Map.of("CRITICAL_MONITOR_IDS", "2"))).isEmpty();
        assertThat(problems(Map.of("CRITICAL_MONITOR_IDS", "2", "MONITOR_IDS", "1")))
                .containsExactly("CRITICAL_MONITOR_IDS");
    }

    @Test
    void aControlCannotBeCritical() {
        assertThat(problems(Map.of("CRITICAL_MONITOR_IDS", "2", "CONTROL_MONITOR_IDS", "2")))
                .containsExactly("CONTROL_MONITOR_IDS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1=", "=5", "1=0", "1=10000", "1=-1", "1=1.5", "1=x", "a b=1", "1=2,1=3"})
    void aWeightIsAnIdAndAWholeNumberOnce(String weights) {
        assertThat(problems(Map.of("MONITOR_WEIGHTS", weights))).containsExactly("MONITOR_WEIGHTS");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://status.example.com/status.json, https://status.example.com/",
        "https://status.example.com, https://status.example.com/",
        "https://www.example.com/status/status.json, https://www.example.com/status/",
        "https://www.example.com/status/, https://www.example.com/status/",
        "https://www.example.com/status, https://www.example.com/status/",
        "'', ''",
    })
    void ourOwnSiteIsTheFolderOfStatusJson(String publicUrl, String ownSite) {
        RunSettings settings = accepted(Map.of("STATUS_PUBLIC_URL", publicUrl));

        assertThat(settings.rules().scope().ownSite()).isEqualTo(ownSite);
    }

    @Test
    void componentsHaveAPublicNameAndMonitors() {
        List<Component> components = accepted(Map.of("COMPONENTS", "Websites=1, 2;; Control Panel & API = 3,3 ;"))
                .rules()
                .components();

        assertThat(components)
                .containsExactly(
                        new Component("websites", "Websites", ids("1", "2")),
                        new Component("control-panel-api", "Control Panel & API", ids("3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Websites",
                "Websites=",
                "Websites= , ",
                "=1",
                "---=1",
                "Websites=1;Websites=2",
                "Web sites=1;web-sites=2",
                "Websites=1 2",
                "Websites=1;Databases",
                "A name that is longer than the sixty characters that are allowed=1",
            })
    void aBadComponentIsAProblemOfItsVariable(String components) {
        assertThat(problems(Map.of("COMPONENTS", components))).isNotEmpty().containsOnly("COMPONENTS");
    }

    @ParameterizedTest(name = "{0} components: {1} problems")
    @CsvSource({"50, 0", "51, 1"})
    void thereIsALimitToComponents(int count, int problems) {
        String components = IntStream.range(0, count)
                .mapToObj(i -> "Part %d=1".formatted(i))
                .collect(Collectors.joining(";"));

        assertThat(problems(Map.of("COMPONENTS", components))).hasSize(problems);
    }

    @Test
    void theFailedAgeGrowsWithALongerMaximumAge() {
        assertThat(accepted(Map.of("BACKUP_MAX_AGE_HOURS", "60")).rules().backups())
                .isEqualTo(new BackupPolicy(Duration.ofHours(60), Duration.ofHours(60), 1024, Duration.ofDays(30)));
    }

    @Test
    void failureCannotComeBeforeWarning() {
        assertThat(problems(Map.of("BACKUP_MAX_AGE_HOURS", "26", "BACKUP_FAILED_AGE_HOURS", "25")))
                .containsExactly("BACKUP_FAILED_AGE_HOURS");
        assertThat(problems(Map.of("BACKUP_MAX_AGE_HOURS", "26", "BACKUP_FAILED_AGE_HOURS", "26")))
                .isEmpty();
    }

    @Test
    void everyProblemIsToldAtOnceByItsVariable() {
        Map<String, String> all = new HashMap<>();
        all.put("MONITOR_IDS", "1,x!");
        all.put("CONTROL_MONITOR_IDS", "?");
        all.put("MONITOR_WEIGHTS", "1");
        all.put("STATUS_PUBLIC_URL", "ftp://status.example.com");
        all.put("COMPONENTS", "Websites");
        all.put("BACKUP_MAX_AGE_HOURS", "0");
        all.put("BACKUP_FAILED_AGE_HOURS", "soon");
        all.put("BACKUP_MIN_BYTES", "-1");
        all.put("STALE_AFTER", "soon");
        all.put("RUN_DEADLINE", "PT1S");
        all.put("BACKUP_POLICY_TEXT", "x".repeat(301));
        all.put("INFRASTRUCTURE_MODEL", "x".repeat(301));
        all.put("INFRASTRUCTURE_NOTES", "x".repeat(301));
        all.put("INFRASTRUCTURE_REGIONS", "x".repeat(61));

        assertThat(problems(all)).containsExactlyInAnyOrderElementsOf(all.keySet());
    }

    @Test
    void everySecretOfTheEnvironmentStaysOutOfTheProblems() {
        Map<String, String> all = new HashMap<>();
        all.put("UPTIME_KUMA_API_KEY", "uk1_hunter2");
        all.put("SPACES_SECRET_KEY", "hunter2");
        all.put("STATUS_PUBLIC_URL", "https://user:hunter2@status.example.com");
        all.put("RUN_DEADLINE", "PT1S");

        String told = new SettingsException(new RunConfig(new Variables(all::get)).problems()).getMessage();

        assertThat(told).contains("STATUS_PUBLIC_URL", "RUN_DEADLINE").doesNotContain("hunter2");
    }

    private static RunSettings accepted(Map<String, String> variables) {
        RunConfig config = new RunConfig(new Variables(variables::get));
        assertThat(config.problems()).isEmpty();
        return config.settings();
    }

    private static List<String> problems(Map<String, String> variables) {
        return new RunConfig(new Variables(variables::get))
                .problems().stream().map(Problem::variable).toList();
    }
}
