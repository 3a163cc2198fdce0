package com.elytracloud.status.guard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\t", "\r", "\u0000", "\u007f", "\u0085", "\u2028", "\u2029", "\u00a0", "\u3000"})
    void controlsAndBlanksAreOneBlank(String blank) {
        assertThat(PlainText.of("a" + blank + "b")).isEqualTo("a b");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "\u200b, ''",
        "\u00ad, ''",
        "\u202e, ''",
        "\ufeff, ''",
        "\u0301, ''",
        "\u20dd, ''",
        "\u115f, ''",
        "\u1160, ''",
        "\u3164, ''",
        "\uffa0, ''",
        "\uff15, 5",
        "\u0665, 5",
        "\u096b, 5",
        "\u2075, 5",
        "\u3002, .",
        "\u2024, .",
        "\u00b7, .",
        "\uff0e, .",
        "\u2010, -",
        "\u2013, -",
        "\u2212, -",
        "\u2044, /",
        "\u29f8, /",
        "\u2236, :",
        "\ua789, :",
        "\uff41, a",
        "\ufb01, fi"
    })
    void charactersThatLookAlikeAreOneAndInvisibleOnesAreNone(String text, String plain) {
        assertThat(PlainText.of("x" + text + "y")).isEqualTo("x" + plain + "y");
    }

    @Test
    void allOtherTextStaysAsItIs() {
        assertThat(PlainText.of("~ All [is]\nwell, Größe 5 決済 💳 ~")).isEqualTo("~ All [is]\nwell, Größe 5 決済 💳 ~");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "10%2E0%2e0.5, 10.0.0.5",
        "100 % and 5%zz, 100 % and 5%zz",
        "%C3%A9t%C3%A9, été",
        "ops&#64;x &#x40; &commat; &AMP; &#64 y, ops@x @ @ & @ y",
        "&unknown; &#99999999; &#x110000; R&D, &unknown; &#99999999; &#x110000; R&D"
    })
    void percentAndEntityEncodingIsDecodedOnce(String text, String decoded) {
        assertThat(PlainText.decoded(text)).isEqualTo(decoded);
    }
}
