package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The scan by itself: what is encoded is not decoded before it here. */
class SecretScanTest {
    private static final String SECRET = "s3cret/Value+with=Signs:and-26chars";

    /** Its Base64 holds a plus or a slash in any twelve characters. */
    private static final String SIGNS = "pw?pw>pw?pw>pw?pw>";

    @ParameterizedTest
    @CsvSource({"twelve/chars, true", "xtwelve/charsx, true", "twelve/char, false", "welve/chars, false"})
    void twelveCharactersAreLongEnoughToBeFoundWithinAWord(String text, boolean found) {
        assertThat(finds("twelve/chars", text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"a1b2, true", "(A1B2), true", "xa1b2, false", "a1b2x, false"})
    void fourCharactersAreFoundAsAWordOfTheirOwn(String text, boolean found) {
        assertThat(finds("a1b2", text)).isEqualTo(found);
    }

    @Test
    void threeCharactersAreNoSecret() {
        assertThat(finds("a1b", "a1b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret%2FValu", "S3CRET%2fVALU", "ue%2Bwith%3DSi"})
    void aPartIsFoundAsAnAddressWritesIt(String text) {
        assertThat(finds(SECRET, text)).isTrue();
    }

    @ParameterizedTest(name = "behind \"{0}\"")
    @ValueSource(strings = {"", "x", "xy", "xyz", "user:"})
    void base64IsFoundWhateverStandsAroundTheSecret(String before) {
        assertThat(finds(SECRET, base64(before + SECRET))).isTrue();
        assertThat(finds(SECRET, base64(before + SECRET + " and more"))).isTrue();
        assertThat(finds(SECRET, base64(before + "another value, quite as long as it")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', s3cret/V", "' ', s3cret/V", "'  ', s3cret/V"})
    void fewerThanTwelveCharactersOfBase64AreNoPart(String before, String beginning) {
        String encoded = base64(before + beginning);

        assertThat(finds(SECRET, encoded)).isFalse();
    }

    @Test
    void bothAlphabetsOfBase64AreKnown() {
        String standard = base64(SIGNS);
        String ofAddresses = standard.replace('+', '-').replace('/', '_');

        assertThat(finds(SIGNS, standard)).isTrue();
        assertThat(finds(SIGNS, ofAddresses)).isTrue();
        assertThat(finds(SIGNS, standard.replace('+', '.').replace('/', '.'))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "s3cret Value with, true",
        "s3cretValuewith, true",
        "s.3.c.r.e.t.V.a.l.u.e.w, true",
        "s3cret-Valu, false"
    })
    void signsBetweenTheLettersDoNotHideAPart(String text, boolean found) {
        assertThat(finds(SECRET, text)).isEqualTo(found);
    }

    private static boolean finds(String secret, String text) {
        return new SecretScan(List.of(secret)).finds(text);
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
