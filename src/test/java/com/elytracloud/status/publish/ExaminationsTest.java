package com.elytracloud.status.publish;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Diagnosis;
import com.elytracloud.status.run.Visitor;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.TestStore;

import static com.elytracloud.status.testing.Moments.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The doctor's rows about site and state, in a bucket and in a folder. */
class ExaminationsTest {
    private static final LocalS3 S3 = LocalS3.start();

    @TempDir
    Path parent;

    private final Map<String, String> variables = new HashMap<>(S3.variables());

    @BeforeEach
    void newBucket() {
        S3.reset();
        String bucket = "site-" + UUID.randomUUID();
        S3.createBucket(bucket);
        variables.put("STATUS_BUCKET", bucket);
    }

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Test
    void anAddressThatLeadsElsewhereIsToldFromABucketThatIsHidden() {
        variables.put("STATUS_PUBLIC_URL", S3.endpoint() + "/another-bucket/status.json");

        assertThat(words(site(new AtTheStorage())))
                .containsExactly(
                        "status bucket GREEN",
                        "headers of the status bucket GREEN",
                        "readable by everyone GREEN",
                        "STATUS_PUBLIC_URL leads to the bucket RED");
    }

    @Test
    void aKeyThatMustBeEscapedInAnAddressIsFoundByVisitors() {
        variables.put("STATUS_BUCKET_KEY", "a b/status.json");

        assertThat(words(site(new AtTheStorage())))
                .contains("readable by everyone GREEN", "STATUS_PUBLIC_URL leads to the bucket GREY");
    }

    @ParameterizedTest(name = "configured {0}")
    @CsvSource({
        "quoted, RED, STATE_CONDITIONAL_WRITES=bare: this storage heeds it.",
        "bare,   GREEN, ''",
        "off,    AMBER, STATE_CONDITIONAL_WRITES=bare: this storage heeds it.",
    })
    void aStorageLikeCephHeedsTheBareFormOnly(String form, Diagnosis.Verdict verdict, String advice) {
        variables.put("STATE_CONDITIONAL_WRITES", form);
        S3.refuseQuotedConditions();

        Diagnosis row = row(state(), "conditional writes");

        assertThat(row.verdict()).isEqualTo(verdict);
        assertThat(row.advice()).endsWith(advice);
    }

    @Test
    void theStateItselfIsOnlyRead() throws IOException {
        byte[] corrupt = "{\"schema\":1}".getBytes(UTF_8);
        S3.put(variables.get("STATUS_BUCKET"), "state/elytra-status.json", corrupt);

        Diagnosis row = row(state(), "state");

        assertThat(row.verdict()).isEqualTo(Diagnosis.Verdict.RED);
        assertThat(S3.find(variables.get("STATUS_BUCKET"), "state/elytra-status.json"))
                .contains(corrupt);
        assertThat(S3.requests())
                .filteredOn(request -> request.getMethod().getName().equals("PUT"))
                .allMatch(request -> request.getUrl().contains("/state/doctor-"));
    }

    @Test
    void aStateOfALaterVersionIsAmber() {
        S3.put(variables.get("STATUS_BUCKET"), "state/elytra-status.json", "{\"schema\":99}".getBytes(UTF_8));

        assertThat(row(state(), "state").verdict()).isEqualTo(Diagnosis.Verdict.AMBER);
    }

    @Test
    void aFolderIsTriedAndLeftAsItWas() throws IOException {
        variables.put(
                "OUTPUT_DIR", Files.createDirectory(parent.resolve("site")).toString());

        assertThat(words(site(new AtTheStorage()))).containsExactly("folder of the site GREEN");
        assertThat(words(state())).containsExactly("state GREEN", "folder of the state GREEN");
        try (Stream<Path> left = Files.walk(parent)) {
            assertThat(left).containsExactlyInAnyOrder(parent, parent.resolve("site"));
        }
    }

    @Test
    void aFolderThatIsAFileIsRed() throws IOException {
        variables.put("OUTPUT_DIR", Files.createFile(parent.resolve("site")) + "/below");

        Diagnosis row = row(site(new AtTheStorage()), "folder of the site");

        assertThat(row.verdict()).isEqualTo(Diagnosis.Verdict.RED);
        assertThat(row.advice()).contains("OUTPUT_DIR");
    }

    @Test
    void wrongSettingsAreNotTried() {
        variables.remove("SPACES_SECRET_KEY");

        assertThat(words(site(new AtTheStorage()))).containsExactly("status bucket GREY");
        assertThat(words(state())).containsExactly("state GREY");
        assertThat(S3.requests()).isEmpty();
    }

    private List<Diagnosis> site(Visitor visitor) {
        Variables found = new Variables(variables::get);
        return new SiteExamination(new PublishConfig(found), new SpacesConfig(found), TestStore.of(variables), visitor)
                .examine(NOW, plenty());
    }

    private List<Diagnosis> state() {
        Variables found = new Variables(variables::get);
        PublishConfig site = new PublishConfig(found);
        StateConfig config = new StateConfig(found, site);
        SpacesConfig storage = new SpacesConfig(found);
        StateStores stores = new StateStores(config, storage, TestStore.of(variables));
        return new StateExamination(config, site, storage, stores, new AtTheStorage()).examine(NOW, plenty());
    }

    private static Diagnosis row(List<Diagnosis> rows, String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> words(List<Diagnosis> rows) {
        return rows.stream().map(row -> row.name() + " " + row.verdict()).toList();
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    /** Asks the storage without a key. */
    private static final class AtTheStorage implements Visitor {
        @Override
        public Reading<Visit> visit(URI address, Map<String, String> headers, Deadline deadline) {
            try {
                var connection = (HttpURLConnection) address.toURL().openConnection();
                int status = connection.getResponseCode();
                byte[] bytes = status == 200 ? connection.getInputStream().readAllBytes() : new byte[0];
                return new Reading.Found<>(new Visit(status, Map.of(), bytes, Instant.MAX));
            } catch (IOException e) {
                return new Reading.Failed<>(new Failure(Failure.Reason.UNREACHABLE, "no connection"));
            }
        }
    }
}
