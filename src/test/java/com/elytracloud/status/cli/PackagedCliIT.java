package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli;
import com.elytracloud.status.testing.PackagedCli.Result;
import com.elytracloud.status.testing.StatusSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged command line, as a person or a script uses it. */
class PackagedCliIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private LocalWorld world;
    private PackagedCli elytra;

    @BeforeEach
    void start() throws IOException {
        world = new LocalWorld();
        elytra = new PackagedCli(Path.of(System.getProperty("build.directory")), folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "status --help", "status publish --help", "monitors --help", "--version"})
    void helpNeedsNoSettings(String arguments) throws Exception {
        Result result = elytra.run(Map.of(), arguments.split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("elytra");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status", "nonsense", "status publish --output", "status summary --yaml"})
    void wrongArgumentsAreExplainedAndExitWith2(String arguments) throws Exception {
        Result result = elytra.run(Map.of(), arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("elytra").doesNotContain("\tat ");
    }

    @Test
    void allProblemsOfTheSettingsAreToldAtOnceByName() throws Exception {
        Map<String, String> variables = Map.of(
                "UPTIME_KUMA_API_KEY", KumaReplay.API_KEY,
                "SPACES_SECRET_KEY", "marked-secret",
                "MONITOR_IDS", "1,two words",
                "STALE_AFTER", "30 minutes",
                "BACKUP_MAX_AGE_HOURS", "-1");

        Result result = elytra.run(variables, "status", "publish");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("UPTIME_KUMA_URL", "SPACES_ENDPOINT", "SPACES_ACCESS_KEY", "BACKUP_BUCKET", "STATUS_BUCKET")
                .contains("MONITOR_IDS", "STALE_AFTER", "BACKUP_MAX_AGE_HOURS")
                .doesNotContain(KumaReplay.API_KEY, "marked-secret", "Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | degraded    | 87.32 | 87.20",
                "1,3,4,5,6,13,15   | operational | 99.60 | 99.33"
            })
    void theSummaryOfTheRecordedFleet(String ids, String status, String last24h, String last30d) throws Exception {
        Map<String, String> variables = world.variables();
        variables.put("MONITOR_IDS", ids);

        Result result = elytra.run(variables, "status", "summary", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(StatusSchema.violations(result.out().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        JsonNode document = MAPPER.readTree(result.out());
        assertThat(document.path("platform_status").asText()).isEqualTo(status);
        assertThat(document.at("/uptime/last_24h").decimalValue()).isEqualByComparingTo(last24h);
        assertThat(document.at("/uptime/last_30d").decimalValue()).isEqualByComparingTo(last30d);
        assertThat(document.at("/uptime/last_7d").isNull()).isTrue();
        assertThat(world.storage().find(LocalWorld.SITE, "status.json")).isEmpty();
    }

    @Test
    void theSummaryForPeopleNamesWhatDecided() throws Exception {
        Result result = elytra.run(world.variables(), "status", "summary");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("degraded", "SOME_DOWN", "87.32 %", "not known", "success");
    }

    @Test
    void publishingMakesTheFileReadableForEveryone() throws Exception {
        Result result = elytra.run(world.variables(), "status", "publish");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(MAPPER.readTree(result.out()).path("outcome").asText()).isEqualTo("published");
        assertThat(StatusSchema.violations(world.published())).isEmpty();
        assertThat(world.storage().anonymousStatus(LocalWorld.SITE, "status.json"))
                .isEqualTo(200);
    }

    @Test
    void aDryRunPublishesNothing() throws Exception {
        Result result = elytra.run(world.variables(), "status", "publish", "--dry-run");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(MAPPER.readTree(result.out()).path("outcome").asText()).isEqualTo("dry_run");
        assertThat(world.storage().find(LocalWorld.SITE, "status.json")).isEmpty();
    }

    @Test
    void anOptionOutranksTheSettings() throws Exception {
        Path output = folder.resolve("site");

        Result result = elytra.run(world.variables(), "status", "publish", "--output", output.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(StatusSchema.violations(Files.readAllBytes(output.resolve("status.json"))))
                .isEmpty();
        assertThat(world.storage().find(LocalWorld.SITE, "status.json")).isEmpty();
    }

    @Test
    void aRefusedPutLeavesTheOldFileAndExitsWith1() throws Exception {
        byte[] old = "the old file".getBytes(StandardCharsets.UTF_8);
        world.storage().put(LocalWorld.SITE, "status.json", old);
        Map<String, String> variables = world.variables();
        variables.put("SPACES_SECRET_KEY", "not-the-secret");

        Result result = elytra.run(variables, "status", "publish");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("neither the state nor the published status.json could be read")
                .doesNotContain("\tat ", "not-the-secret");
        assertThat(world.published()).isEqualTo(old);
    }

    @Test
    void settingsMayStandInADotEnvFileAndADollarStaysADollar() throws Exception {
        Map<String, String> variables = world.variables();
        variables.put("INFRASTRUCTURE_NOTES", "From ${HOME} for 5 $$ a month");
        StringBuilder lines = new StringBuilder();
        variables.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        Files.writeString(folder.resolve(".env"), lines);

        Result result = elytra.run(Map.of(), "status", "summary", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(MAPPER.readTree(result.out()).at("/infrastructure/notes").asText())
                .isEqualTo("From ${HOME} for 5 $$ a month");
    }

    @Test
    void anOutageIsConfirmedByTheNextRunAndTheSiteTellsOfItThoughItsBucketIsCalledLikeTheProduct() throws Exception {
        Map<String, String> variables = world.variables();
        variables.put("MONITOR_IDS", LocalWorld.HEALTHY_MONITORS);
        assertThat(publishedStatus(variables)).isEqualTo("operational");
        world.kuma().down(1, 3, 4, 6, 13);

        assertThat(publishedStatus(variables)).isEqualTo("degraded");
        world.letAMinutePass();
        assertThat(publishedStatus(variables)).isEqualTo("outage");
        assertThat(published("feed.atom")).contains("<entry>");
        assertThat(MAPPER.readTree(published("history.json")).path("transitions"))
                .hasSize(1);
    }

    @Test
    void aNoticeIsSetShownPublishedAndCleared() throws Exception {
        Map<String, String> variables = world.variables();
        String[] set = {
            "status", "notice", "set", "--status", "outage", "--title", "Power failure", "--message", "We are on it.",
        };

        Result posted = elytra.run(variables, set);
        assertThat(posted.exitCode()).as(posted.err()).isZero();
        assertThat(elytra.run(variables, "status", "notice", "show").out()).contains("Power failure");
        assertThat(publishedStatus(variables)).isEqualTo("outage");
        assertThat(MAPPER.readTree(world.published()).path("status_source").asText())
                .isEqualTo("operator");
        assertThat(published("index.html")).contains("Power failure");
        assertThat(elytra.run(variables, "status", "notice", "clear").exitCode())
                .isZero();
        assertThat(publishedStatus(variables)).isEqualTo("degraded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outage      | PT25H  | We are on it.                 | at most PT24H",
                "operational | PT3H   | All is well.                  | at most PT2H",
                "outage      | 4h     | We are on it.                 | ISO 8601",
                "broken      | PT1H   | We are on it.                 | operational",
                "outage      | PT1H   | Ask ops@example.org about it. | guard's rule 'email'"
            })
    void aNoticeThatMayNotBeIsRefusedWithItsReason(String status, String length, String message, String reason)
            throws Exception {
        Result result = elytra.run(
                world.variables(),
                "status",
                "notice",
                "set",
                "--status",
                status,
                "--title",
                "T",
                "--message",
                message,
                "--for",
                length);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).containsIgnoringCase(reason).doesNotContain("\tat ");
    }

    @Test
    void theMonitorsAreListedSafelyWhateverTheirNamesHold() throws Exception {
        Result table = elytra.run(world.variables(), "monitors");
        Result json = elytra.run(world.variables(), "monitors", "--json");

        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out()).contains("Legacy shop").doesNotContain("\r", "\u202e");
        assertThat(MAPPER.readTree(json.out())).hasSize(22);
    }

    @Test
    void theBackupsAreListedByTenant() throws Exception {
        Result table = elytra.run(world.variables(), "backups");
        Result one = elytra.run(world.variables(), "backups", "--tenant", "aurora", "--json");

        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out()).contains("aurora", "borealis", "cirrus", "FRESH");
        assertThat(MAPPER.readTree(one.out()).path("series"))
                .isNotEmpty()
                .allMatch(row -> row.path("customer").asText().equals("aurora"));
    }

    @Test
    void anUnknownCustomerExitsWith1AndTheListOfThoseThereAre() throws Exception {
        Result result = elytra.run(world.variables(), "backups", "--tenant", "typo");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("typo", "aurora, borealis, cirrus");
    }

    @Test
    void anUnreadableSourceIsASentenceAndExitsWith1() throws Exception {
        world.kuma().goAway();

        Result result = elytra.run(world.variables(), "monitors");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("UNREACHABLE").doesNotContain("\tat ");
    }

    @Test
    void theDoctorFindsNothingRedInTheDemo() throws Exception {
        Result result = elytra.run(world.variables(), "doctor");

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out())
                .contains("green  status bucket", "green  conditional writes")
                .endsWith(" amber\n");
    }

    @Test
    void theDoctorListsWrongSettingsAndLooksAtTheRest() throws Exception {
        Map<String, String> variables = world.variables();
        variables.remove("BACKUP_BUCKET");
        variables.put("STALE_AFTER", "30 minutes");
        variables.put("SENDGRID_API_KEY", "SG.marked-secret");

        Result result = elytra.run(variables, "doctor", "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).doesNotContain("marked-secret", KumaReplay.API_KEY);
        Map<String, String> verdicts = new HashMap<>();
        MAPPER.readTree(result.out())
                .forEach(row -> verdicts.put(
                        row.path("name").asText(), row.path("verdict").asText()));
        assertThat(verdicts)
                .containsEntry("BACKUP_BUCKET", "red")
                .containsEntry("STALE_AFTER", "red")
                .containsEntry("SENDGRID_FROM_EMAIL", "red")
                .containsEntry("backup bucket", "grey")
                .containsEntry("alert channels", "grey")
                .containsEntry("Uptime Kuma", "green")
                .containsEntry("status bucket", "green");
    }

    private String publishedStatus(Map<String, String> variables) throws Exception {
        Result result = elytra.run(variables, "status", "publish");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return MAPPER.readTree(world.published()).path("platform_status").asText();
    }

    private String published(String path) throws IOException {
        return new String(world.storage().find(LocalWorld.SITE, path).orElseThrow(), StandardCharsets.UTF_8);
    }
}
