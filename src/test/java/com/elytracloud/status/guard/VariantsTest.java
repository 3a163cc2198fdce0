package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.guard.Variants.Variant;

import static org.assertj.core.api.Assertions.assertThat;

class VariantsTest {
    @Test
    void aTextThatHidesNothingIsReadOnce() {
        assertThat(Variants.of("All is well.")).containsExactly(new Variant("All is well.", false));
    }

    @Test
    void aLineBreakIsReadAsABlankAndAsNothing() {
        assertThat(Variants.of("10.0\n.0.5"))
                .containsExactly(new Variant("10.0 .0.5", false), new Variant("10.0.0.5", true));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "%31%30.0.0.5                 | 10.0.0.5",
                "db%E2%80%90one               | db-one",
                "\\u0031\\u0030.0.0.5         | 10.0.0.5",
                "\\u{31}\\u{000030}.0.0.5     | 10.0.0.5",
                "\\x31\\x30.0.0.5             | 10.0.0.5",
                "\\/srv\\/shops               | /srv/shops",
                "legacy\\nshop                | legacy shop",
                "&#49;&#x30;.0.0.5            | 10.0.0.5",
                "ops&commat;web               | ops@web",
                "%26%2349;0.0.0.5             | 10.0.0.5",
            })
    void anEncodedTextIsReadDecoded(String text, String decoded) {
        assertThat(Variants.of(text)).contains(new Variant(decoded, false));
    }

    @Test
    void aLineBreakThatWasEncodedIsReadBothWaysToo() {
        assertThat(Variants.of("legacy%0Ashop"))
                .contains(new Variant("legacy shop", false), new Variant("legacyshop", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u{110000}", "&#x110000;", "%4", "\\u12", "\\q"})
    void whatIsNoCharacterStaysAsItIs(String text) {
        assertThat(Variants.of(text)).containsExactly(new Variant(text, false));
    }

    @ParameterizedTest(name = "{0} in Base64")
    @ValueSource(strings = {"10.0.0.5", "four", "a?b>c?d>e", "two\twords", "two\nwords", "two\r\nwords", "über uns"})
    void base64IsReadInEitherAlphabetAndWithoutItsEnd(String text) {
        String read = text.replaceAll("[\\r\\n\\t]", " ");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Variants.of(Base64.getEncoder().encodeToString(bytes))).contains(new Variant(read, false));
        assertThat(Variants.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .contains(new Variant(read, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see/MTAuMC4wLjU=", // behind a slash: one token of one alphabet, and not Base64 as a whole
                "x-MTAuMC4wLjU-x",
                "MTAuMC4wLjUxx", // the last character alone is no byte
                "MTAu\nMC4w\nLjU="
            })
    void base64IsFoundAmongOtherCharacters(String text) {
        assertThat(Variants.of(text)).extracting(Variant::text).anyMatch(read -> read.startsWith("10.0.0.5"));
    }

    @ParameterizedTest
    @CsvSource({"YWJjZA==, true", "YWJjAA==, false", "YWJjBw==, false", "YWJjfw==, false", "gYGBgYGB, false"})
    void bytesThatAreNoTextAreNotRead(String base64, boolean text) {
        assertThat(Variants.of(base64)).hasSize(text ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({"%41, true", "%2541, true", "%252541, true", "%25252541, false"})
    void threeLevelsAreReadAndNoFourth(String text, boolean read) {
        assertThat(Variants.of(text).contains(new Variant("A", false))).isEqualTo(read);
    }

    @Test
    void whoeverHidesTooMuchIsReadFourHundredTimes() {
        String tokens = IntStream.range(0, 1_000)
                .mapToObj(i -> Base64.getEncoder()
                        .encodeToString("token\n%04d".formatted(i).getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(" "));

        assertThat(Variants.of(tokens))
                .hasSize(400)
                .contains(new Variant("token 0000", false), new Variant("token 0190", false));
    }
}
