package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.Finding;
import com.elytracloud.status.run.InsideWords;
import com.elytracloud.status.run.TextGuard;
import com.elytracloud.status.site.StatusJson;
import com.elytracloud.status.testing.Documents;

import static org.assertj.core.api.Assertions.assertThat;

class LeakGuardTest {
    private static final String SECRET = "s3cret/Value+with=Signs:and-26chars";

    @Test
    void theDocumentOfTheDesignPasses() {
        assertThat(inspect(new GuardStage(), List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            card.js    | const where = "10.0.0.5";                                 | ipv4  | /line 1
            card.css   | /* ask ops@example.com */                                  | email | /line 1
            index.html | <p>one</p>\\n<p title="ops&#64;example.com">two</p>        | email | /line 2
            index.html | <!-- built on 10.0.0.5 -->                                | ipv4  | /line 1
            index.html | <p>10.<b>0</b>.0.5</p>                                     | ipv4  | /line 1
            index.html | <script>\\nlet a = 'uk1_EXAMPLEkeyEXAMPLE';</script>       | kuma-key | /line 2
            badge.svg  | <svg xmlns="http://www.w3.org/2000/svg"><title>10.0.0.5</title></svg> | ipv4 | /line 1
            feed.atom  | <feed><![CDATA[AKIAIOSFODNN7EXAMPLE]]></feed>              | aws-key | /line 1
            x.json     | {"a":[{"b":"10.0.0.5"}]}                                   | ipv4  | /a/0/b
            x.json     | {"10.0.0.5":{"b":"2001:db8::1"}}                           | ipv6  | /*/b
            x.json     | {"Odd Key":"ops@example.com"}                              | email | /*
            notes.txt  | -----BEGIN PRIVATE KEY-----                                | pem   | /line 1
            """)
    void everyKindOfFileIsReadAsItsReadersDo(String path, String text, String rule, String pointer) {
        SiteFile file = file(path, text.replace("\\n", "\n"));

        assertThat(inspect(new GuardStage(), List.of(file))).contains(new Finding(rule, path, pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>99.98 %</text></svg>",
                "<p>10</p><p>.0.0.5</p>",
                "<p data-a='1.2.3' title=\"21:50:00\">all is well</p>"
            })
    void harmlessMarkupPasses(String markup) {
        assertThat(inspect(new GuardStage(), List.of(file("index.html", markup))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"a":2}  | not-json
            {"a":          | not-json
            ''             | not-json
            """)
    void whatCannotBeReadIsRefused(String json, String rule) {
        assertThat(inspect(new GuardStage(), List.of(file("x.json", json)))).contains(new Finding(rule, "x.json", ""));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        SiteFile file = new SiteFile("a.txt", "text/plain", SiteFile.Caching.BRIEF, new byte[] {(byte) 0xC3, 'x'});

        assertThat(inspect(new GuardStage(), List.of(file))).containsExactly(new Finding("not-utf-8", "a.txt", ""));
    }

    @Test
    void theSchemaMustBeTheOneWeShip() {
        List<SiteFile> files = new ArrayList<>(site());
        files.set(0, file("status.schema.json", "{}"));

        assertThat(new GuardStage().guard().inspect(files, InsideWords.NONE))
                .containsExactly(new Finding("schema-altered", "status.schema.json", ""));
    }

    @Test
    void aSiteWithoutItsDocumentIsRefused() {
        assertThat(new GuardStage().guard().inspect(List.of(GuardStage.schema()), InsideWords.NONE))
                .containsExactly(new Finding("schema-missing", "status.json", ""));
    }

    @Test
    void aDocumentBesideItsSchemaIsRefusedByPlaceAndNotByValue() {
        byte[] bytes = new String(StatusJson.toBytes(Documents.allWell()), StandardCharsets.UTF_8)
                .replace("99.98", "1234")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(new GuardStage().guard().inspect(List.of(GuardStage.status(bytes)), InsideWords.NONE))
                .containsExactly(new Finding("schema-maximum", "status.json", "/uptime/last_7d"));
    }

    @Test
    void aDocumentThatCannotBeParsedIsRefusedBySchemaAndByScan() {
        SiteFile broken = GuardStage.status("{".getBytes(StandardCharsets.UTF_8));

        assertThat(new GuardStage().guard().inspect(List.of(broken), InsideWords.NONE))
                .containsExactlyInAnyOrder(
                        new Finding("schema-unreadable", "status.json", ""),
                        new Finding("not-json", "status.json", ""));
    }

    @Test
    void aFileThatIsNamedByALeakIsNotNamed() {
        assertThat(inspect(new GuardStage(), List.of(file("10.0.0.5.txt", "all is well"))))
                .extracting(Finding::file)
                .containsOnly("*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "x s3cret/Value y",
                "S3CRET/VALUE+WITH",
                "gns:and-26chars",
                "s3cret%2FValue%2Bwith",
                "czNjcmV0L1ZhbHVl",
                "OnMzY3JldC9WYWx1ZSt3aXRoPVNpZ25z",
                "eDpzM2NyZXQvVmFsdWUrd2l0aA==",
                "s3cret Value with Signs",
                "s3cr\\u0065t/Value+with"
            })
    void noPartOfASecretLeavesInAnyForm(String text) {
        assertThat(inspect(new GuardStage().secret(SECRET), List.of(file("a.txt", "a " + text + " b"))))
                .extracting(Finding::rule)
                .contains("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret/Valu", "nothing at all", "26chars", "secret value"})
    void lessThanTwelveCharactersOfASecretAreNone(String text) {
        assertThat(inspect(new GuardStage().secret(SECRET), List.of(file("a.txt", text))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pa55w0rd,true", "xpa55w0rd,false", "pa55w0rds,false", "a pa55w0rd.,true", "pa55w0r,false"})
    void aShortSecretIsAWordOfItsOwn(String text, boolean refused) {
        assertThat(inspect(new GuardStage().secret("pa55w0rd"), List.of(file("a.txt", text)))
                        .isEmpty())
                .isEqualTo(!refused);
    }

    @Test
    void aSecretThatIsAnAddressIsNotFoundByItsScheme() {
        GuardStage stage = new GuardStage().secret("https://hooks.example.test/T0/B0/x");

        assertThat(stage.operatorTexts().problems()).isEmpty();
        assertThat(inspect(stage, List.of(file("a.txt", "HTTPS is here")))).isEmpty();
        assertThat(inspect(stage, List.of(file("a.txt", "example test T0 B0"))))
                .extracting(Finding::rule)
                .containsExactly("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            elytra-backups  | in elytra-backups, nightly  | true
            elytra-backups  | Elytra backups run nightly  | false
            elytra-backups  | my-elytra-backups-2         | true
            elytra-backups  | melytra-backups             | false
            backups         | Nightly backups             | false
            shops/nightly/  | SHOPS/Nightly/x             | true
            shops/nightly/  | shops, nightly              | false
            """)
    void namesOfTheSettingsStayInside(String name, String text, boolean refused) {
        assertThat(inspect(new GuardStage().insideName(name), List.of(file("a.txt", text))))
                .extracting(Finding::rule)
                .isEqualTo(!refused ? List.of() : List.of(name.contains("/") ? "inside-address" : "inside-name"));
    }

    @Test
    void aBucketMayBeCalledLikeTheProductButNoAddressIsOurOwnWord() {
        GuardStage stage = new GuardStage().insideName("elytra-status").insideName("status.json");

        assertThat(stage.guard().inspect(site(), InsideWords.NONE))
                .extracting(Finding::rule)
                .containsOnly("inside-address");
        assertThat(new GuardStage().insideName("elytra-status").guard().inspect(site(), InsideWords.NONE))
                .isEmpty();
        assertThat(inspect(new GuardStage().insideName("all-systems"), List.of(file("a.txt", "all-systems"))))
                .extracting(Finding::rule)
                .containsExactly("inside-name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://status.example.com/                     | true
            status.example.com/history.json                 | true
            (status.example.com)                            | true
            STATUS.example.com.                             | true
            https://status.example.com:443/x                | true
            https://status.example.com:8443/x               | false
            db.status.example.com                           | false
            status.example.com.evil.org                     | false
            ops@status.example.com                          | false
            https://user:pw@status.example.com/             | false
            https://status.example.com@evil.org/            | false
            """)
    void onlyThePublicAddressItselfIsPublic(String text, boolean passes) {
        GuardStage stage = new GuardStage().with("STATUS_PUBLIC_URL", "https://status.example.com/status.json");

        assertThat(inspect(stage, List.of(file("a.txt", "see " + text))).isEmpty())
                .isEqualTo(passes);
    }

    @Test
    void wordsOfTheSourcesAreFoundInAnyFile() {
        InsideWords inside = new InsideWords(
                Set.of("Legacy shop", "決済サーバ", "💳💳💳💳", "----"), Set.of("acme-corp", "daily", "abc"));

        assertThat(words("legacy-shop is down", inside)).containsExactly("monitor");
        assertThat(words("わが決済サーバは", inside)).containsExactly("monitor");
        assertThat(words("pay 💳💳💳💳", inside)).containsExactly("monitor");
        assertThat(words("ACME Corp", inside)).containsExactly("tenant");
        assertThat(words("bGVnYWN5IHNob3A=", inside)).containsExactly("monitor");
        assertThat(words("legacy%20shop", inside)).containsExactly("monitor");
        assertThat(words("a ---- b", inside)).containsExactly("monitor");
        assertThat(words("legacy shops, shop legacy, daily, abc", inside)).isEmpty();
    }

    @Test
    void whatTheSiteSaysAnywayIsNoFinding() {
        InsideWords inside = new InsideWords(Set.of("status", "operational", "Nightly", "nyc3"), Set.of());

        assertThat(new GuardStage().guard().inspect(site(), inside)).isEmpty();
    }

    @Test
    void aTextCanBeAskedForByItself() {
        TextGuard guard = (TextGuard)
                new GuardStage().secret(SECRET).insideName("elytra-backups").guard();

        assertThat(guard.rulesBrokenBy("All is well at 21:50:00.")).isEmpty();
        assertThat(guard.rulesBrokenBy("10.0.0.5, elytra-backups, " + SECRET))
                .containsExactlyInAnyOrder("ipv4", "inside-name", "secret");
    }

    private static List<String> words(String text, InsideWords inside) {
        List<SiteFile> files = new ArrayList<>(site());
        files.add(file("a.txt", text));
        return new GuardStage()
                .guard().inspect(files, inside).stream().map(Finding::rule).toList();
    }

    private static List<Finding> inspect(GuardStage stage, List<SiteFile> more) {
        List<SiteFile> files = new ArrayList<>(site());
        files.addAll(more);
        return stage.guard().inspect(files, InsideWords.NONE);
    }

    private static List<SiteFile> site() {
        return GuardStage.render(Documents.allWell(), null);
    }

    private static SiteFile file(String path, String text) {
        return new SiteFile(path, "", SiteFile.Caching.BRIEF, text.getBytes(StandardCharsets.UTF_8));
    }
}
