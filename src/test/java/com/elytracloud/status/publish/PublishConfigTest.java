package com.elytracloud.status.publish;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.publish.PublishConfig.Target;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.SitePublisher;
import com.elytracloud.status.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;

class PublishConfigTest {
    @Test
    void aBucketIsTheTargetByDefault() {
        PublishConfig config = config(Map.of("STATUS_BUCKET", "the-site"));

        assertThat(config.target()).isEqualTo(Target.BUCKET);
        assertThat(config.bucket()).isEqualTo("the-site");
        assertThat(config.key()).isEqualTo("status.json");
        assertThat(config.publicUrl()).isEmpty();
        assertThat(config.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"OUTPUT_DIR, FOLDER", "OUTPUT_FILE, FILE"})
    void whatIsWrittenHereWinsOverTheBucket(String variable, Target target) {
        PublishConfig config = config(Map.of("STATUS_BUCKET", "the-site", variable, "site"));

        assertThat(config.target()).isEqualTo(target);
        assertThat(config.output()).isEqualTo(Path.of("site").toAbsolutePath());
        assertThat(config.problems()).isEmpty();
    }

    @Test
    void noTargetIsAProblem() {
        assertThat(config(Map.of()).problems())
                .extracting(Problem::toString)
                .containsExactly("STATUS_BUCKET: is not set; it is the bucket of the site;"
                        + " set it, or OUTPUT_DIR or OUTPUT_FILE for a folder or a file");
    }

    @Test
    void aFolderAndAFileAreAProblem() {
        assertThat(config(Map.of("OUTPUT_DIR", "a", "OUTPUT_FILE", "b")).problems())
                .extracting(Problem::variable)
                .containsExactly("OUTPUT_FILE");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "STATUS_BUCKET, the site",
        "STATUS_BUCKET_KEY, a/../status.json",
        "STATUS_BUCKET_KEY, a//status.json",
        "STATUS_BUCKET_KEY, folder/",
        "STATUS_BUCKET_KEY, ..",
        "STATE_CONDITIONAL_WRITES, maybe",
        "STATUS_BUCKET_ACL, private",
        "STATUS_PUBLIC_URL, https://user:secret@example.org/status.json"
    })
    void aValueThatCannotWorkIsAProblem(String variable, String value) {
        Map<String, String> variables = new HashMap<>(Map.of("STATUS_BUCKET", "the-site"));
        variables.put(variable, value);

        assertThat(config(variables).problems()).extracting(Problem::variable).containsExactly(variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status.json", "/status.json", "a/b/status.json", "a.b/..c/status.json"})
    void aKeyIsANameWithFoldersOrWithout(String key) {
        PublishConfig config = config(Map.of("STATUS_BUCKET", "the-site", "STATUS_BUCKET_KEY", key));

        assertThat(config.problems()).isEmpty();
        assertThat(config.key()).isEqualTo(key.replaceFirst("^/", ""));
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "STATUS_BUCKET, the-site, S3SitePublisher",
        "STATUS_BUCKET, not a bucket, S3SitePublisher",
        "NOTHING, at all, S3SitePublisher",
        "OUTPUT_DIR, site, FolderSitePublisher",
        "OUTPUT_FILE, status.json, FolderSitePublisher"
    })
    void thePublisherIsMadeWhateverIsConfigured(String variable, String value, String publisher) {
        Map<String, String> variables = Map.of(variable, value);

        Variables found = new Variables(variables::get);
        PublishConfig config = new PublishConfig(found);
        SitePublisher made = new SitePublishers()
                .publisher(
                        config,
                        new SpacesConfig(found),
                        TestStore.of(variables),
                        new BoundedExecutor(),
                        (address, headers, deadline) -> new Reading.Nothing<>());

        assertThat(made.getClass().getSimpleName()).isEqualTo(publisher);
    }

    private static PublishConfig config(Map<String, String> variables) {
        return new PublishConfig(new Variables(variables::get));
    }
}
