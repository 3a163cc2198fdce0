package com.elytracloud.status.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.publish.PublishConfig;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.StorageVisitor;
import com.elytracloud.status.testing.TestStore;

import static com.elytracloud.status.testing.Moments.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The doctor's rows about the state, in a bucket and in a folder. */
class StateCheckTest {
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

    @ParameterizedTest(name = "configured {0}")
    @CsvSource({
        "quoted, FAIL, STATE_CONDITIONAL_WRITES=bare: this storage honours it.",
        "bare,   OK, ''",
        "off,    WARN, STATE_CONDITIONAL_WRITES=bare: this storage honours it.",
    })
    void aStorageLikeCephHonoursTheBareFormOnly(String form, DoctorReport.Verdict verdict, String advice) {
        variables.put("STATE_CONDITIONAL_WRITES", form);
        S3.refuseQuotedConditions();

        Row row = row(state(), "conditional writes");

        assertThat(row.verdict()).isEqualTo(verdict);
        assertThat(row.advice()).endsWith(advice);
    }

    @Test
    void theStateItselfIsOnlyRead() throws IOException {
        byte[] corrupt = "{\"schema\":1}".getBytes(UTF_8);
        S3.put(variables.get("STATUS_BUCKET"), "state/elytra-status.json", corrupt);

        Row row = row(state(), "state");

        assertThat(row.verdict()).isEqualTo(DoctorReport.Verdict.FAIL);
        assertThat(S3.find(variables.get("STATUS_BUCKET"), "state/elytra-status.json"))
                .contains(corrupt);
        assertThat(S3.requests())
                .filteredOn(request -> request.getMethod().getName().equals("PUT"))
                .allMatch(request -> request.getUrl().contains("/state/doctor-"));
    }

    @Test
    void aStateOfALaterVersionIsAmber() {
        S3.put(variables.get("STATUS_BUCKET"), "state/elytra-status.json", "{\"schema\":99}".getBytes(UTF_8));

        assertThat(row(state(), "state").verdict()).isEqualTo(DoctorReport.Verdict.WARN);
    }

    @Test
    void aFolderIsTriedAndLeftAsItWas() throws IOException {
        variables.put(
                "OUTPUT_DIR", Files.createDirectory(parent.resolve("site")).toString());

        assertThat(words(state())).containsExactly("state OK", "folder of the state OK");
        try (Stream<Path> left = Files.walk(parent)) {
            assertThat(left).containsExactlyInAnyOrder(parent, parent.resolve("site"));
        }
    }

    @Test
    void wrongSettingsAreNotTried() {
        variables.remove("SPACES_SECRET_KEY");

        assertThat(words(state())).containsExactly("state SKIPPED");
        assertThat(S3.requests()).isEmpty();
    }

    private List<Row> state() {
        Variables found = new Variables(variables::get);
        PublishConfig site = new PublishConfig(found);
        StateConfig config = new StateConfig(found, site);
        SpacesConfig storage = new SpacesConfig(found);
        PrivateStores stores = new PrivateStores(config, storage, TestStore.of(variables), TlsConfig.PLATFORM);
        return new StateCheck(config, site, storage, stores, new StorageVisitor())
                .examine(new DoctorReport(Part.STATE, NOW, plenty()))
                .rows();
    }

    private static Row row(List<Row> rows, String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> words(List<Row> rows) {
        return rows.stream().map(row -> row.name() + " " + row.verdict()).toList();
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(20));
    }
}
