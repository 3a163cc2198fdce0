package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.CheckResult;
import com.elytracloud.status.run.TextGuard.Verdict;
import com.elytracloud.status.testing.Documents;

import static org.assertj.core.api.Assertions.assertThat;

class LeakGuardTest {
    private static final String SECRET = "s3cret/Value+with=Signs:and-26chars";

    private final GuardStage stage = new GuardStage().secret(SECRET).secret("Kx9-ä&7\"qZ2p");

    @Test
    void theDocumentOfTheDesignPasses() {
        assertThat(inspect()).isEmpty();
        assertThat(stage.guard().validate(GuardStage.status(Json.document(Documents.allWell()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "x%sx",
                "s3cret%2FValue%2Bwith%3DSigns%3Aand-26chars",
                "OnMzY3JldC9WYWx1ZSt3aXRoPVNpZ25zOmFuZC0yNmNoYXJz",
                "s3cret&#x2F;Value&#43;with&equals;Signs&colon;and-26chars",
                "Kx9-ä&7\\\"qZ2p",
                "Kx9-&#228;&amp;7&quot;qZ2p"
            })
    void aSecretIsFoundInTheBytesOfAnyFile(String form) {
        SiteFile file = file("index.html", "<p>a " + form.replace("%s", SECRET) + " b</p>");

        assertThat(inspect(file)).containsExactly(new CheckResult("secret", "index.html", ""));
    }

    @Test
    void aFileNamedLikeASecretIsNotNamed() {
        assertThat(inspect(file(SECRET + ".txt", "x"))).containsExactly(new CheckResult("secret", "*", ""));
    }

    @Test
    void finalBytesAreNotHeldAgainstTheRulesForTexts() {
        assertThat(inspect(file("card.js", "const where = '10.0.0.5'"))).isEmpty();
    }

    @Test
    void aSiteWithoutItsDocumentIsRefused() {
        assertThat(stage.guard().inspect(List.of(GuardStage.schema())))
                .containsExactly(new CheckResult("schema-missing", "status.json", ""));
    }

    @Test
    void aDocumentThatBreaksItsSchemaIsRefusedByPlaceAndNotByValue() {
        byte[] bytes = document().replace("99.98", "1234").getBytes(StandardCharsets.UTF_8);

        assertThat(stage.guard().inspect(List.of(GuardStage.status(bytes))))
                .containsExactly(new CheckResult("schema-maximum", "status.json", "/uptime/last_7d"));
    }

    @Test
    void aDocumentThatCannotBeParsedIsRefused() {
        SiteFile broken = GuardStage.status("{".getBytes(StandardCharsets.UTF_8));

        assertThat(stage.guard().validate(broken))
                .containsExactly(new CheckResult("schema-unreadable", "status.json", ""));
    }

    @Test
    void validatingADocumentChecksEveryStringByTheRules() {
        byte[] bytes = document()
                .replace("\"Websites\"", "\"10.0.0.5\"")
                .replace("\"components\"", "\"ops@example.com\":[{\"a\":\"db-01\"}],\"components\"")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(stage.guard().validate(GuardStage.status(bytes)))
                .contains(
                        new CheckResult("ipv4", "status.json", "/components/0/name"),
                        new CheckResult("email", "status.json", "/*"),
                        new CheckResult("machine", "status.json", "/*/0/a"))
                .noneMatch(finding -> finding.toString().contains("ops@"));
    }

    @Test
    void aVerdictNamesPlaceAndRulesAndNeverTheText() {
        Verdict verdict = stage.texts().check("10.0.0.5, jane@example.com, " + SECRET, "notice title");

        assertThat(verdict.isRefused()).isTrue();
        assertThat(verdict.line())
                .contains("the notice title holds", "(rule 'ipv4')", "(rule 'email')", "(rule 'secret')")
                .doesNotContain("10.0", "jane", "s3cret");
        assertThat(stage.texts().check("All is well at 21:50:00.", "x").isRefused())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\u202Eb              | control-character",
                "M\uFFFDller           | replacement-character",
                "%31%30.0.0.5          | ipv4",
                "ops&#64;example.com   | email"
            })
    void aTextIsCheckedAsEnteredAndDecoded(String text, String rule) {
        assertThat(stage.texts().check(text, "x").broken())
                .extracting(broken -> broken.id())
                .contains(rule);
    }

    /** Messages to the operator may name hosts and folders, never credentials. */
    @ParameterizedTest
    @CsvSource({
        "the key s3cret/Value+with=Signs:and-26chars, true",
        "the key Kx9-ä&7\"qZ2p, true",
        "the key glpat-EXAMPLE-example, true",
        "the key AKIAIOSFODNN7EXAMPLE, true",
        "kuma.internal at 10.0.0.5 in /var/lib/kuma, false",
        "password: hunter2x, false"
    })
    void aMessageToTheOperatorHoldsNoCredential(String message, boolean holds) {
        assertThat(new LeakGuard(stage.scanner()).findsSecretIn(message)).isEqualTo(holds);
    }

    private List<CheckResult> inspect(SiteFile... more) {
        List<SiteFile> files = new ArrayList<>(GuardStage.render(Documents.allWell(), null));
        files.addAll(List.of(more));
        return stage.guard().inspect(files);
    }

    private static String document() {
        return new String(Json.document(Documents.allWell()), StandardCharsets.UTF_8);
    }

    private static SiteFile file(String path, String text) {
        return new SiteFile(path, "", SiteFile.Caching.BRIEF, text.getBytes(StandardCharsets.UTF_8));
    }
}
