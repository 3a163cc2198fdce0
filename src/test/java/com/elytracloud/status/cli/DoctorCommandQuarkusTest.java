package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.run.StatusRun;
import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli.Result;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The world of the demo, whole and then with one thing broken at a time. */
@QuarkusTest
@WithTestResource(CommandWorld.class)
class DoctorCommandQuarkusTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PROBE = "/elytra-status/doctor-[0-9a-f]{8}\\.json";
    private static final String STATE_PROBE = "/elytra-status/state/doctor-[0-9a-f]{8}\\.json";
    private static final String STATUS = "/elytra-status/status\\.json";

    @Inject
    StatusRun run;

    LocalWorld world;

    @BeforeEach
    void publish() {
        run.publish(StatusRun.BY_HAND);
        world.storage().reset();
        // The local storage serves no index document.
        stub(visitorOf("/elytra-status/"), page("text/html")).accept(world);
    }

    @AfterEach
    void mend() {
        world.storage().reset();
        world.kuma().recover();
    }

    @Test
    void theDemoIsGreen() throws IOException {
        Result result = CommandLineStage.run("doctor", "--json");

        assertThat(verdicts(result)).as(result.out()).containsOnly("ok", "skipped");
        assertThat(verdicts(result).stream().filter("skipped"::equals))
                .as("no status page, no certificate on loopback")
                .hasSize(2);
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(assertEveryProbeIsGone()).isNotEmpty();
    }

    @Test
    void aRootAddressWithoutThePageIsAWarning() throws IOException {
        stub(visitorOf("/elytra-status/"), page("application/xml")).accept(world);

        Result result = CommandLineStage.run("doctor", "--json");

        assertThat(MAPPER.readTree(result.out()))
                .filteredOn(row -> row.path("verdict").asText().equals("warn"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("name").asText()).isEqualTo("the public address opens a page"));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void nothingChangesButTheProbes() throws IOException {
        CommandLineStage.run("doctor");

        assertThat(world.storage().requests())
                .filteredOn(request -> !request.getMethod().isOneOf(RequestMethod.GET, RequestMethod.HEAD))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.getUrl()).matches("%s|%s".formatted(PROBE, STATE_PROBE)));
    }

    @Test
    void theTableNamesEveryRowAndHowManyThereAreOfEachColour() {
        world.kuma().changeKey();

        Result result = CommandLineStage.run("doctor");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out())
                .contains("OK       UPTIME_KUMA_URL", "FAIL     Uptime Kuma", "UNAUTHORIZED")
                .contains("FAIL Uptime Kuma\n    Make a new key in Uptime Kuma")
                .containsPattern("\\d+ OK, \\d+ SKIPPED, 1 FAIL\n$");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("brokenWorlds")
    void whatIsBrokenIsRedAndItsAdviceTellsWhatToDo(
            String what, Consumer<LocalWorld> breaking, String row, String seen, String advice) throws IOException {
        breaking.accept(world);

        Result result = CommandLineStage.run("doctor", "--json");

        assertThat(red(result)).as(result.out()).anySatisfy(found -> {
            assertThat(found.path("name").asText()).isEqualTo(row);
            assertThat(found.path("seen").asText()).contains(seen);
            assertThat(found.path("advice").asText()).contains(advice);
        });
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out())
                .doesNotContain(
                        KumaReplay.API_KEY, "webhook-secret", world.variables().get("SPACES_SECRET_KEY"));
        if (!row.startsWith("test object")) {
            assertEveryProbeIsGone();
        }
    }

    static Stream<Arguments> brokenWorlds() {
        return Stream.of(
                broken(
                        "the key was changed",
                        world -> world.kuma().changeKey(),
                        "Uptime Kuma",
                        "UNAUTHORIZED",
                        "Make a new key"),
                broken(
                        "a monitor was deleted",
                        world -> world.kuma().forget(5),
                        "ids of MONITOR_IDS",
                        "lists no [5]",
                        "Correct MONITOR_IDS"),
                broken(
                        "the bucket of the backups was renamed",
                        stub(get(urlMatching("/elytra-backups\\?.*")), error(404, "NoSuchBucket")),
                        "backup bucket",
                        "NOT_FOUND",
                        "correct BACKUP_BUCKET"),
                broken(
                        "the backups were moved",
                        stub(
                                get(urlMatching("/elytra-backups\\?.*")),
                                aResponse()
                                        .withHeader("Content-Type", "application/xml")
                                        .withBody("<ListBucketResult><Name>elytra-backups</Name>"
                                                + "<IsTruncated>false</IsTruncated></ListBucketResult>")),
                        "newest backup",
                        "no backups under 'backups/'",
                        "Check BACKUP_PREFIX"),
                broken(
                        "the storage knows another key",
                        stub(
                                any(anyUrl()).withHeader("Authorization", matching(".*")),
                                error(403, "SignatureDoesNotMatch")),
                        "status bucket",
                        "UNAUTHORIZED",
                        "SPACES_SECRET_KEY"),
                broken(
                        "the key may only read",
                        world -> world.storage().refuse("PUT", 403),
                        "status bucket",
                        "FORBIDDEN",
                        "s3:PutObjectAcl"),
                broken(
                        "the bucket blocks public access",
                        stub(get(urlMatching(PROBE)).withHeader("Authorization", absent()), error(403, "AccessDenied")),
                        "readable by everyone",
                        "answered 403",
                        "allow ACLs"),
                broken(
                        "the key may not delete",
                        world -> world.storage().refuse("DELETE", 403),
                        "test object of the status bucket",
                        "may still be there as elytra-status/doctor-",
                        "by hand"),
                broken(
                        "the storage heeds no condition",
                        world -> world.storage().refuseEveryCondition(),
                        "conditional writes",
                        "If-Match in the form bare is refused or ignored",
                        "STATE_CONDITIONAL_WRITES=off"),
                broken(
                        "the state was edited",
                        world -> world.storage()
                                .put(
                                        LocalWorld.SITE,
                                        "state/elytra-status.json",
                                        "{}".getBytes(StandardCharsets.UTF_8)),
                        "state",
                        "schema",
                        "what else writes to STATUS_BUCKET"),
                broken(
                        "a policy lets everyone read the state",
                        stub(
                                get(urlMatching(STATE_PROBE)).withHeader("Authorization", absent()),
                                aResponse().withBody("x")),
                        "state is private",
                        "is answered 200",
                        "policy"),
                broken(
                        "the public address redirects",
                        stub(visitorOf(STATUS), aResponse().withStatus(302).withHeader("Location", "/other.json")),
                        "public address",
                        "REDIRECTED",
                        "STATUS_PUBLIC_URL"),
                broken(
                        "the public address is a page",
                        stub(visitorOf(STATUS), aResponse().withBody("<!DOCTYPE html>")),
                        "public address",
                        "UNREADABLE",
                        "elytra validate"),
                broken(
                        "the bucket has no CORS rule",
                        stub(visitorOf(STATUS), status().withHeader("Cache-Control", "max-age=60")),
                        "CORS headers",
                        "https://www.example.com may not load the file",
                        "CORS rules"),
                broken(
                        "the CDN keeps everything for an hour",
                        stub(visitorOf(STATUS), status().withHeader("Cache-Control", "max-age=60, s-maxage=3600")),
                        "cache header",
                        "3600 s",
                        "time to live"),
                broken(
                        "a clock is wrong",
                        stub(visitorOf(STATUS), status().withHeader("Date", "Mon, 02 Jan 2006 15:04:05 GMT")),
                        "clock against STATUS_PUBLIC_URL",
                        "ahead",
                        "NTP"));
    }

    private static Arguments broken(
            String what, Consumer<LocalWorld> breaking, String row, String seen, String advice) {
        return arguments(what, breaking, row, seen, advice);
    }

    private static Consumer<LocalWorld> stub(MappingBuilder request, ResponseDefinitionBuilder answer) {
        return world -> world.storage().front().stubFor(request.willReturn(answer));
    }

    private static MappingBuilder visitorOf(String url) {
        return get(urlMatching(url)).withHeader("Authorization", absent());
    }

    private static ResponseDefinitionBuilder page(String type) {
        return aResponse().withHeader("Content-Type", type).withBody("<html data-state=\"operational\">");
    }

    private static ResponseDefinitionBuilder status() {
        return aResponse().withBody("{\"updated_at\":\"2026-11-20T21:50:00Z\"}");
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/xml")
                .withBody("<Error><Code>%s</Code></Error>".formatted(code));
    }

    private Set<String> assertEveryProbeIsGone() {
        Set<String> written = world.storage().requests().stream()
                .filter(request -> request.getMethod().equals(RequestMethod.PUT))
                .map(LoggedRequest::getUrl)
                .collect(Collectors.toSet());
        assertThat(written).allSatisfy(url -> assertThat(
                        world.storage().find(LocalWorld.SITE, url.substring("/elytra-status/".length())))
                .isEmpty());
        return written;
    }

    private static List<String> verdicts(Result result) throws IOException {
        return MAPPER.readTree(result.out()).findValuesAsText("verdict");
    }

    private static List<JsonNode> red(Result result) throws IOException {
        return Stream.of(MAPPER.readValue(result.out(), JsonNode[].class))
                .filter(row -> row.path("verdict").asText().equals("fail"))
                .toList();
    }
}
