package com.elytracloud.status.objectstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;

class SpacesConfigTest {
    private static final Map<String, String> WHOLE = Map.of(
            "SPACES_ENDPOINT", "nyc3.digitaloceanspaces.com",
            "SPACES_ACCESS_KEY", "id",
            "SPACES_SECRET_KEY", "a$secret");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "nyc3.digitaloceanspaces.com, nyc3",
        "https://FRA1.digitaloceanspaces.com/, fra1",
        "https://s3.eu-west-1.amazonaws.com, eu-west-1",
        "https://s3.amazonaws.com, us-east-1",
        "http://127.0.0.1:9000, us-east-1",
        "https://storage.example.org, us-east-1"
    })
    void theEndpointTellsTheRegion(String endpoint, String region) {
        assertThat(config(Map.of("SPACES_ENDPOINT", endpoint)).access().region())
                .isEqualTo(region);
    }

    @ParameterizedTest(name = "{0}, key: {1}, secret: {2}")
    @CsvSource({
        "https://s3.us-east-1.amazonaws.com, '', '', ''",
        "https://s3.us-east-1.amazonaws.com, id, '', SPACES_SECRET_KEY",
        "https://s3.us-east-1.amazonaws.com, '', secret, SPACES_ACCESS_KEY",
        "nyc3.digitaloceanspaces.com, '', secret, SPACES_ACCESS_KEY"
    })
    void onlyAtAwsTheWholeKeyMayBeLeftOut(String endpoint, String id, String secret, String refused) {
        SpacesConfig config =
                config(Map.of("SPACES_ENDPOINT", endpoint, "SPACES_ACCESS_KEY", id, "SPACES_SECRET_KEY", secret));

        assertThat(config.problems())
                .extracting(Problem::variable)
                .isEqualTo(refused.isEmpty() ? List.of() : List.of(refused));
    }

    @Test
    void withoutAKeyTheRoleIsUsed() {
        SpacesConfig config = config(Map.of(
                "SPACES_ENDPOINT",
                "https://s3.eu-west-1.amazonaws.com",
                "SPACES_ACCESS_KEY",
                "",
                "SPACES_SECRET_KEY",
                ""));

        assertThat(config.access().credentials()).isInstanceOf(DefaultCredentialsProvider.class);
        assertThat(config.access().endpoint()).hasToString("https://s3.eu-west-1.amazonaws.com");
    }

    @Test
    void aGivenRegionWins() {
        assertThat(config(Map.of("SPACES_REGION", "ams3")).access().region()).isEqualTo("ams3");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "nyc3.digitaloceanspaces.com, https://site.nyc3.digitaloceanspaces.com/a",
        "https://s3.eu-west-1.amazonaws.com, https://site.s3.eu-west-1.amazonaws.com/a",
        "http://127.0.0.1:9000, http://127.0.0.1:9000/site/a",
        "http://localhost:9000, http://localhost:9000/site/a",
        "https://storage.example.org, https://storage.example.org/site/a"
    })
    void onlyTheLargeProvidersHaveTheBucketInTheHost(String endpoint, String url) {
        ObjectStore store = TestStore.of(config(Map.of("SPACES_ENDPOINT", endpoint))::access);

        assertThat(new Bucket(store, "site").address("a")).hasToString(url);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://my-bucket.s3.eu-central-1.amazonaws.com, https://s3.eu-central-1.amazonaws.com",
        "my-bucket.s3-eu-west-1.amazonaws.com, https://s3-eu-west-1.amazonaws.com",
        "https://site.nyc3.digitaloceanspaces.com, https://nyc3.digitaloceanspaces.com",
        "site.nyc3.cdn.digitaloceanspaces.com, https://nyc3.digitaloceanspaces.com",
        "my.bucket.s3.eu-central-003.backblazeb2.com, https://s3.eu-central-003.backblazeb2.com",
        "my-bucket.s3.fr-par.scw.cloud, https://s3.fr-par.scw.cloud",
        "my-bucket.fsn1.your-objectstorage.com, https://fsn1.your-objectstorage.com",
        "https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com/my-bucket,"
                + " https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com",
        "http://acme-backups.storage.internal:9000, http://storage.internal:9000"
    })
    void aBucketInTheEndpointIsRefusedWithTheRightForm(String endpoint, String right) {
        assertThat(config(Map.of("SPACES_ENDPOINT", endpoint, "BACKUP_BUCKET", "acme-backups"))
                        .problems())
                .singleElement()
                .hasToString("SPACES_ENDPOINT: contains a bucket, a path or the CDN; use the address of the storage"
                        + " alone: " + right);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "SPACES_ENDPOINT, site.nyc3.digitaloceanspaces.com",
        "SPACES_ENDPOINT, nyc3.cdn.digitaloceanspaces.com",
        "SPACES_ENDPOINT, ftp://nyc3.digitaloceanspaces.com",
        "SPACES_REGION, New York"
    })
    void aValueThatCannotWorkIsAProblem(String variable, String value) {
        assertThat(config(Map.of(variable, value)).problems())
                .extracting(Problem::variable)
                .containsExactly(variable);
    }

    @Test
    void everyMissingSettingIsNamedAtOnce() {
        SpacesConfig config = new SpacesConfig(new Variables(Map.<String, String>of()::get));

        assertThat(config.problems())
                .extracting(Problem::variable)
                .containsExactlyInAnyOrder("SPACES_ENDPOINT", "SPACES_ACCESS_KEY", "SPACES_SECRET_KEY");
    }

    @ParameterizedTest(name = "BACKUP_BUCKET {0}, OUTPUT_DIR {1}, for {2}: {3}")
    @CsvSource({
        "backups, , READ_MONITORS, false",
        "backups, , READ_BACKUPS, true",
        "backups, , ASSESS, true",
        "backups, site, PUBLISH, true",
        "none, , READ_BACKUPS, false",
        "none, , ASSESS, false",
        "none, , PUBLISH, true",
        "none, site, PUBLISH, false"
    })
    void theStorageIsNeededOnlyByWhoUsesABucket(String bucket, String folder, Capability purpose, boolean needed) {
        Map<String, String> variables = new HashMap<>(Map.of("BACKUP_BUCKET", bucket));
        variables.put("OUTPUT_DIR", folder);

        assertThat(config(variables).servesFor(purpose)).isEqualTo(needed);
    }

    @Test
    void aKeyThatHasChangedIsUsedByTheClientThatStands() {
        Map<String, String> variables = new HashMap<>(WHOLE);
        S3Access access = new SpacesConfig(new Variables(variables::get)).access();
        variables.put("SPACES_SECRET_KEY", "the-new-secret");

        assertThat(access.credentials().resolveCredentials().secretAccessKey()).isEqualTo("the-new-secret");
    }

    private static SpacesConfig config(Map<String, String> changes) {
        Map<String, String> variables = new HashMap<>(WHOLE);
        variables.putAll(changes);
        return new SpacesConfig(new Variables(variables::get));
    }
}
