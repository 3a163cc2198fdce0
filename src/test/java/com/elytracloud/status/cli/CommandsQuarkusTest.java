package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.LocalWorldResource;
import com.elytracloud.status.testing.PackagedCli.Result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What each command prints and how it exits, in the world of the demo. */
@QuarkusTest
@WithTestResource(LocalWorldResource.class)
class CommandsQuarkusTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    LocalWorld world;

    @AfterEach
    void recover() {
        world.storage().reset();
        world.kuma().recover();
        world.storage().empty(LocalWorld.SITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status --help", "status publish --help", "monitors --help", "--version"})
    void helpExitsWith0(String arguments) {
        Result result = run(arguments);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("elytra");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "nonsense", "status publish --output", "status summary --yaml"})
    void wrongArgumentsExitWith2(String arguments) {
        Result result = run(arguments);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("elytra");
    }

    @Test
    void theSummaryForPeopleNamesWhatDecided() {
        Result result = run("status summary");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("degraded", "SOME_DOWN", "87.32 %", "not known", "success");
    }

    @Test
    void aDryRunPublishesNothing() throws IOException {
        Result result = run("status publish --dry-run --json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(MAPPER.readTree(result.out()).path("outcome").asText()).isEqualTo("dry_run");
        assertThat(world.storage().find(LocalWorld.SITE, "status.json")).isEmpty();
    }

    @Test
    void anOverrideIsSetShownPublishedAndCleared() throws IOException {
        Result set = override("outage", "1h", "We are on it.");

        assertThat(set.exitCode()).as(set.err()).isZero();
        assertThat(run("status override show").out()).contains("We are on it.");
        assertThat(publishedStatus()).isEqualTo("outage");
        assertThat(MAPPER.readTree(world.published()).path("status_source").asText())
                .isEqualTo("operator");
        assertThat(run("status override clear").exitCode()).isZero();
        assertThat(publishedStatus()).isEqualTo("degraded");
    }

    @Test
    void anIncidentIsOpenedUpdatedAndResolved() throws IOException {
        Result opened = CommandLineStage.run(
                "incident",
                "open",
                "--title",
                "Slow",
                "--message",
                "Our website is slow.",
                "--impact",
                "outage",
                "--json");
        assertThat(opened.exitCode()).as(opened.err()).isZero();
        assertThat(opened.err()).contains("warning: the public text names the monitor Website (1)");
        String id = MAPPER.readTree(opened.out()).path("id").asText();
        assertThat(MAPPER.readTree(world.published()).path("platform_status").asText())
                .isEqualTo("outage");
        assertThat(CommandLineStage.run("incident", "resolve", id, "--message", "Over.")
                        .exitCode())
                .isZero();
        assertThat(MAPPER.readTree(world.published()).at("/incidents"))
                .filteredOn(incident -> incident.path("id").asText().equals(id))
                .singleElement()
                .satisfies(
                        incident -> assertThat(incident.path("status").asText()).isEqualTo("resolved"));
        assertThat(run("incident show " + id).out()).contains("Over.");
        assertThat(run("incident list").out()).contains(id);
        Result unknown = CommandLineStage.run(
                "incident", "open", "--title", "S", "--message", "M", "--impact", "none", "--components", "nope");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("there is no component 'nope'");
    }

    @Test
    void componentsAreRemovedByAnEmptyListAndQuietSaysNothing() throws IOException {
        Result opened = CommandLineStage.run(
                "incident", "open", "--title", "S", "--message", "M", "--impact", "none", "--no-publish", "--json");
        String id = MAPPER.readTree(opened.out()).path("id").asText();

        Result cleared = CommandLineStage.run("incident", "edit", id, "--components", "", "--no-publish", "--json");
        Result quiet = CommandLineStage.run("--quiet", "incident", "resolve", id, "--message", "Over.");

        assertThat(cleared.exitCode()).as(cleared.err()).isZero();
        assertThat(MAPPER.readTree(cleared.out()).path("components")).isEmpty();
        assertThat(quiet).isEqualTo(new Result(0, "", ""));
        assertThat(run("incident edit " + id).err()).contains("nothing to change");
    }

    @Test
    void anOutageIsConfirmedByTheNextRunAndTheFeedReportsIt() throws IOException {
        assertThat(publishedStatus()).isEqualTo("degraded");
        world.kuma().down(1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17);

        assertThat(publishedStatus()).isEqualTo("degraded");
        world.letAMinutePass();
        assertThat(publishedStatus()).isEqualTo("outage");
        assertThat(new String(world.storage().find(LocalWorld.SITE, "feed.atom").orElseThrow(), UTF_8))
                .contains("<entry>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outage      | 25h | We are on it.                 | at most 24 hours",
                "operational | 3h  | All is well.                  | at most 2 hours",
                "outage      | 4x  | We are on it.                 | PT4H",
                "broken      | PT1H   | We are on it.                 | operational",
                "outage      | PT1H   | Ask ops@example.org about it. | rule 'email'"
            })
    void anOverrideThatMayNotBeIsRefusedWithItsReason(String status, String length, String message, String reason) {
        Result result = override(status, length, message);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).containsIgnoringCase(reason);
    }

    @Test
    void theMonitorsAreListedSafelyWhateverTheirNamesHold() throws IOException {
        Result table = run("monitors");

        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out()).contains("Legacy shop").doesNotContain("\r", "\u202e");
        assertThat(MAPPER.readTree(run("monitors --json").out())).hasSize(22);
    }

    @Test
    void anUnreadableSourceIsASentenceAndExitsWith1() {
        world.kuma().changeKey();

        Result result = run("monitors");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("UNAUTHORIZED");
    }

    @Test
    void theBackupsAreListedByCustomer() throws IOException {
        Result table = run("backups");

        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out()).contains("aurora", "borealis", "cirrus", "FRESH");
        assertThat(MAPPER.readTree(run("backups --customer aurora --json").out())
                        .path("series"))
                .isNotEmpty()
                .allMatch(row -> row.path("customer").asText().equals("aurora"));
    }

    @Test
    void anUnknownCustomerExitsWith1AndTheListOfThoseThereAre() {
        Result result = run("backups --customer typo");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("typo", "aurora, borealis, cirrus");
    }

    @Test
    void aDocumentIsValidatedWithoutPrintingWhatMustNotBeInIt() throws IOException {
        String golden = Files.readString(Path.of("src/test/resources/contract/status.golden.json"));
        Path clean = Files.writeString(folder.resolve("clean.json"), golden);
        Path leak = Files.writeString(folder.resolve("leak.json"), golden.replace("24/7", "by ops@example.com"));

        assertThat(run("validate " + clean).exitCode()).isZero();
        Result refused = run("validate " + leak);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.out()).contains("email", "/infrastructure/notes").doesNotContain("ops@");
        assertThat(run("validate --json " + leak).out()).contains("\"rule\" : \"email\"");
    }

    @Test
    void aDocumentThatCannotBeReadIsInvalidAndNoneIsAUsageError() {
        assertThat(run("validate none.json").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run("validate http://127.0.0.1:1/status.json").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run("validate").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private static Result override(String status, String length, String message) {
        return CommandLineStage.run(
                "status", "override", "set", "--status", status, "--reason", message, "--for", length);
    }

    private String publishedStatus() throws IOException {
        Result result = run("status publish");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return MAPPER.readTree(world.published()).path("platform_status").asText();
    }

    private static Result run(String arguments) {
        return CommandLineStage.run(arguments.split(" "));
    }
}
