package com.elytracloud.status.publish;

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

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.StorageVisitor;
import com.elytracloud.status.testing.TestStore;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The doctor's rows about the site, in a bucket and in a folder. */
class SiteCheckTest {
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

        List<Row> rows = site(new StorageVisitor());

        assertThat(words(rows))
                .containsExactly("status bucket OK", "headers of the status bucket OK", "readable by everyone FAIL");
        assertThat(rows.get(2).seen()).startsWith("in the bucket; at STATUS_PUBLIC_URL: answered 404");
    }

    @Test
    void aKeyThatMustBeEscapedInAnAddressIsFoundByVisitors() {
        variables.put("STATUS_BUCKET_KEY", "a b/status.json");

        assertThat(words(site(new StorageVisitor()))).contains("readable by everyone OK");
    }

    @Test
    void aFolderIsTriedAndLeftAsItWas() throws IOException {
        variables.put(
                "OUTPUT_DIR", Files.createDirectory(parent.resolve("site")).toString());

        assertThat(words(site(new StorageVisitor()))).containsExactly("folder of the site OK");
        try (Stream<Path> left = Files.walk(parent)) {
            assertThat(left).containsExactlyInAnyOrder(parent, parent.resolve("site"));
        }
    }

    @Test
    void aFolderThatIsAFileIsRed() throws IOException {
        variables.put("OUTPUT_DIR", Files.createFile(parent.resolve("site")) + "/below");

        Row row = row(site(new StorageVisitor()), "folder of the site");

        assertThat(row.verdict()).isEqualTo(DoctorReport.Verdict.FAIL);
        assertThat(row.advice()).contains("OUTPUT_DIR");
    }

    @Test
    void wrongSettingsAreNotTried() {
        variables.remove("SPACES_SECRET_KEY");

        assertThat(words(site(new StorageVisitor()))).containsExactly("status bucket SKIPPED");
        assertThat(S3.requests()).isEmpty();
    }

    private List<Row> site(AnonymousHttp visitor) {
        Variables found = new Variables(variables::get);
        return new SiteCheck(new PublishConfig(found), new SpacesConfig(found), TestStore.of(variables), visitor)
                .examine(new DoctorReport(Part.SITE, NOW, plenty()))
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
