package com.elytracloud.status.state;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.publish.PublishConfig;
import com.elytracloud.status.state.StateConfig.Place;
import com.elytracloud.status.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;

class StateConfigTest {
    private static final URI SPACES = URI.create("https://nyc3.digitaloceanspaces.com");

    @Test
    void withoutABucketItLiesBesideTheSite() {
        StateConfig config = config(Map.of("STATUS_BUCKET", "the-site"));

        assertThat(config.place()).isEqualTo(Place.BESIDE_SITE);
        assertThat(config.bucket()).isEqualTo("the-site");
        assertThat(config.key()).isEqualTo("state/elytra-status.json");
        assertThat(config.conditions(SPACES)).isEqualTo(ConditionalWrites.BARE);
        assertThat(config.problems()).isEmpty();
    }

    @Test
    void aBucketAloneIsAtAwsAndEnteredByTheFunctionsOwnCredentials() {
        StateConfig config = config(aws());

        assertThat(config.place()).isEqualTo(Place.OWN_BUCKET);
        assertThat(config.access().endpoint()).hasToString("https://s3.eu-west-1.amazonaws.com");
        assertThat(config.access().credentials().resolveCredentials().accessKeyId())
                .isEqualTo("ASIA");
        assertThat(config.conditions(SPACES)).isEqualTo(ConditionalWrites.QUOTED);
        assertThat(config.problems()).isEmpty();
    }

    @Test
    void withoutAKeyInTheSettingsThePlatformsCredentialsAreUsed() {
        Map<String, String> variables = aws();
        variables.remove("AWS_ACCESS_KEY_ID");

        StateConfig config = config(variables);

        assertThat(config.problems()).isEmpty();
        assertThat(config.access().credentials()).isInstanceOf(DefaultCredentialsProvider.class);
    }

    @Test
    void aBucketWithAnEndpointIsEnteredByTheKeyOfTheSite() {
        StateConfig config = config(Map.of(
                "STATE_BUCKET", "the-state",
                "STATE_ENDPOINT", "fra1.digitaloceanspaces.com",
                "SPACES_ACCESS_KEY", "id",
                "SPACES_SECRET_KEY", "secret"));

        assertThat(config.place()).isEqualTo(Place.OWN_BUCKET);
        assertThat(config.access().region()).isEqualTo("fra1");
        assertThat(config.access().credentials().resolveCredentials().accessKeyId())
                .isEqualTo("id");
        assertThat(config.conditions(SPACES)).isEqualTo(ConditionalWrites.BARE);
        assertThat(config.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "OUTPUT_DIR, /srv/site, /srv/site.state",
        "OUTPUT_DIR, /srv/site/, /srv/site.state",
        "OUTPUT_FILE, /srv/status.json, /srv/status.json.state",
        "STATE_DIR, /var/lib/elytra, /var/lib/elytra"
    })
    void aFolderLiesBesideTheSite(String variable, String value, Path folder) {
        StateConfig config = config(Map.of(variable, value));

        assertThat(config.place()).isEqualTo(Place.FOLDER);
        assertThat(config.folder()).isEqualTo(folder);
        assertThat(config.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quoted", "bare", "off"})
    void aChosenConditionHoldsForEveryStorage(String chosen) {
        Map<String, String> variables = aws();
        variables.put("STATE_CONDITIONAL_WRITES", chosen);

        StateConfig config = config(variables);

        assertThat(config.conditions(SPACES).name()).isEqualToIgnoringCase(chosen);
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "STATE_BUCKET, s3://x, STATE_BUCKET",
        "STATE_ENDPOINT, ftp://x, STATE_ENDPOINT",
        "STATE_ENDPOINT, http://127.0.0.1, STATE_ENDPOINT",
        "STATE_KEY, a//b, STATE_KEY",
        "STATE_DIR, /srv/state, STATE_DIR",
        "AWS_REGION, , AWS_REGION",
        "AWS_REGION, New York, AWS_REGION"
    })
    void aValueThatCannotWorkIsAProblemAndStillMakesTheStores(String variable, String value, String named) {
        Map<String, String> variables = aws();
        variables.put(variable, value);

        StateConfig config = config(variables);
        PrivateStores stores = new PrivateStores(
                config, new SpacesConfig(new Variables(variables::get)), TestStore.of(variables), TlsConfig.PLATFORM);

        assertThat(config.problems()).extracting(Problem::variable).contains(named);
        assertThat(stores.stateStore()).isNotNull();
        assertThat(stores.incidentStore()).isNotNull();
    }

    @Test
    void anEndpointWithoutABucketIsAProblem() {
        assertThat(config(Map.of("STATE_ENDPOINT", "https://x.example")).problems())
                .extracting(Problem::toString)
                .containsExactly("STATE_ENDPOINT: is set without STATE_BUCKET");
    }

    @Test
    void theStateIsNotTheSite() {
        assertThat(config(Map.of("STATUS_BUCKET", "the-site", "STATE_KEY", "status.json"))
                        .problems())
                .extracting(Problem::variable)
                .containsExactly("STATE_KEY");
    }

    private static Map<String, String> aws() {
        return new HashMap<>(Map.of(
                "STATE_BUCKET", "the-state",
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "ASIA",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_SESSION_TOKEN", "token"));
    }

    private static StateConfig config(Map<String, String> variables) {
        Variables found = new Variables(variables::get);
        return new StateConfig(found, new PublishConfig(found));
    }
}
