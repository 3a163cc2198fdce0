package com.elytracloud.status.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkSystemSetting;

import com.elytracloud.status.testing.LocalParameterStore;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

class SsmSecretStoreTest {
    private static final String PATH = "/elytra-status-test";

    private final LocalParameterStore store = new LocalParameterStore();

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void withoutAPathNothingIsAsked() {
        SsmSecretStore vault = vault(Map.of("AWS_ENDPOINT_URL_SSM", store.address()));

        assertThat(vault.find("UPTIME_KUMA_API_KEY")).isEmpty();
        assertThat(vault.problems()).isEmpty();
        assertThat(store.questions()).isEmpty();
    }

    @Test
    void everyPageIsReadAtTheFirstQuestionAndNoneAtTheNext() {
        store.holding(
                PATH,
                entry("UPTIME_KUMA_API_KEY", "uk1_$$x"),
                entry("SPACES_SECRET_KEY", "s"),
                entry("HEARTBEAT_URL", "h"));
        SsmSecretStore vault = vault(access());

        assertThat(vault.find("HEARTBEAT_URL")).contains("h");
        assertThat(vault.find("UPTIME_KUMA_API_KEY")).contains("uk1_$$x");
        assertThat(vault.find("SLACK_WEBHOOK_URL")).isEmpty();
        assertThat(vault.problems()).isEmpty();
        assertThat(store.questions()).hasSize(3);
    }

    @Test
    void whatHasChangedIsThereAfterARefreshmentAndNotBefore() {
        store.holding(PATH, entry("A", "old"), entry("B", "same"));
        SsmSecretStore vault = vault(access());
        vault.find("A");
        store.holding(PATH, entry("A", "new"), entry("B", "same"));

        assertThat(vault.find("A")).contains("old");
        assertThat(vault.refresh()).isTrue();
        assertThat(vault.find("A")).contains("new");
        assertThat(vault.refresh()).isFalse();
    }

    @Test
    void aParameterThatIsGoneKeepsItsValue() {
        store.holding(PATH, entry("A", "a"), entry("B", "b"));
        SsmSecretStore vault = vault(access());
        vault.find("A");
        store.holding(PATH, entry("B", "b"));

        assertThat(vault.refresh()).isFalse();
        assertThat(vault.find("A")).contains("a");
    }

    @Test
    void aStoreThatRefusesLaterTakesNothingAwayAndIsNoProblem() {
        store.holding(PATH, entry("A", "a"));
        SsmSecretStore vault = vault(access());
        vault.find("A");
        store.answering(400, "{\"__type\":\"AccessDeniedException\"}");

        assertThat(vault.refresh()).isFalse();
        assertThat(vault.find("A")).contains("a");
        assertThat(vault.problems()).isEmpty();
    }

    @Test
    void aContainerGetsItsCredentialsFromItsPlatform() {
        store.holding(PATH, entry("A", "a"));
        String platform = store.handingOutCredentials();
        Map<String, String> variables = new HashMap<>(store.variables(PATH));
        variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", platform);
        System.setProperty(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property(), platform);

        try {
            assertThat(vault(variables).find("A")).contains("a");
        } finally {
            System.clearProperty(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property());
        }
        assertThat(store.questions().get(0).getHeader("Authorization")).contains(LocalParameterStore.PLATFORM_KEY);
    }

    @Test
    void withoutAPathThereIsNothingToRefresh() {
        assertThat(vault(Map.of()).refresh()).isFalse();
        assertThat(store.questions()).isEmpty();
    }

    @Test
    void theQuestionIsSignedInTheNameOfTheSession() {
        store.holding(PATH, entry("A", "a"));

        vault(access()).find("A");

        LoggedRequest question = store.questions().get(0);
        assertThat(question.getHeader("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=ASIASESSION/")
                .contains("/eu-west-1/ssm/aws4_request")
                .contains("x-amz-target");
        assertThat(question.getHeader("X-Amz-Security-Token")).isEqualTo("the-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elytra-status-test/", "/elytra-status-test"})
    void aSlashAtItsEndIsNoPartOfThePath(String path) {
        store.holding(PATH, entry("A", "a"));
        Map<String, String> variables = access();
        variables.put("SECRETS_SSM_PATH", path);

        assertThat(vault(variables).find("A")).contains("a");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | AccessDeniedException                               | may not ssm:GetParametersByPath | 1",
                "400 | com.amazonaws.ssm#AccessDeniedException             | may not ssm:GetParametersByPath | 1",
                "400 | UnrecognizedClientException                         | credentials are not accepted    | 1",
                "400 | ExpiredTokenException                               | credentials are not accepted    | 1",
                "400 | ValidationException                                 | answer 400 ValidationException  | 1",
                "400 | <script>                                            | answer 400                      | 1",
                "400 | ThrottlingException                                 | answer 400 ThrottlingException  | 3",
                "500 | InternalServerError                                 | answer 500 InternalServerError  | 3"
            })
    void aRefusalIsToldByItsReasonAndTriedAgainIfItMayPass(int status, String type, String reason, int questions) {
        store.answering(status, "{\"__type\":\"%s\",\"message\":\"said-by-the-answer\"}".formatted(type));

        List<Problem> problems = vault(access()).problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.variable()).isEqualTo("SECRETS_SSM_PATH");
            assertThat(problem.sentence())
                    .contains(PATH, "eu-west-1", reason)
                    .doesNotContain("said-by-the-answer", "<script>", "a-secret", "the-token");
        });
        assertThat(store.questions()).hasSize(questions);
    }

    @Test
    void aKeyThatMayNotBeUsedIsToldApart() {
        store.answering(
                400,
                "{\"__type\":\"AccessDeniedException\",\"Message\":\"… is not authorized to perform: kms:Decrypt on …\"}");

        assertThat(vault(access()).problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .contains("kms:Decrypt"));
    }

    @Test
    void aPathWithNothingBelowIsAProblem() {
        store.empty();

        assertThat(vault(access()).problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .contains(PATH, "nothing is stored below"));
    }

    @Test
    void afterAPassingFaultTheSecondAttemptCounts() {
        store.holding(PATH, entry("A", "a")).answeringOnce(500, "oops");
        SsmSecretStore vault = vault(access());

        assertThat(vault.find("A")).contains("a");
        assertThat(vault.problems()).isEmpty();
    }

    @Test
    void noAnswerIsAProblemAndNoException() {
        store.hangingUp();

        assertThat(vault(access()).problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .contains("does not answer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>a page</html>", "{\"Parameters\":{}}"})
    void anAnswerOfSomethingElseIsAProblem(String body) {
        store.answering(200, body);

        assertThat(vault(access()).problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .contains("not that of a Parameter Store")
                .doesNotContain("a page"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elytra", "/", "//x", "/a b", "arn:aws:ssm:eu-west-1:123456789012:parameter/x"})
    void aPathThatIsNoneIsRefusedBeforeAnythingIsAsked(String path) {
        Map<String, String> variables = access();
        variables.put("SECRETS_SSM_PATH", path);

        List<Problem> problems = vault(variables).problems();

        assertThat(problems)
                .extracting(Problem::variable)
                .isEqualTo(path.equals("/") ? List.of() : List.of("SECRETS_SSM_PATH"));
        assertThat(store.questions()).isEmpty();
    }

    @Test
    void aRegionIsNeeded() {
        Map<String, String> variables = access();
        variables.remove("AWS_REGION");

        assertThat(vault(variables).problems()).extracting(Problem::variable).containsExactly("AWS_REGION");
        assertThat(store.questions()).isEmpty();
    }

    @Test
    void withoutCredentialsItSaysSo() {
        Map<String, String> variables = access();
        variables.remove("AWS_ACCESS_KEY_ID");

        assertThat(vault(variables).problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .contains("no AWS credentials"));
    }

    @Test
    void itsOwnCredentialsAreSecretsToo() {
        store.holding(PATH, entry("A", "a"));
        SsmSecretStore vault = vault(access());
        vault.find("A");

        assertThat(vault.secrets())
                .extracting(secret -> secret.value())
                .contains("ASIASESSION", "a-secret", "the-token");
        assertThat(vault.internalNames()).containsExactly(PATH);
    }

    private Map<String, String> access() {
        Map<String, String> variables = new HashMap<>(store.variables(PATH));
        variables.put("AWS_ACCESS_KEY_ID", "ASIASESSION");
        variables.put("AWS_SECRET_ACCESS_KEY", "a-secret");
        variables.put("AWS_SESSION_TOKEN", "the-token");
        return variables;
    }

    private static SsmSecretStore vault(Map<String, String> variables) {
        return new SsmSecretStore(new Variables(variables::get));
    }
}
