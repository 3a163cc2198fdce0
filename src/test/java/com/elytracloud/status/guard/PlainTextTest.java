package com.elytracloud.status.guard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\t", "\r", "\u0000", "\u007f", "\u0085", "\u2028", "\u2029"})
    void aBreakIsABlankOrNothing(String lineBreak) {
        assertThat(PlainText.of(lineBreak)).isEqualTo(" ");
        assertThat(PlainText.joined(lineBreak)).isEmpty();
        assertThat(PlainText.of("a" + lineBreak + "b")).isEqualTo("a b");
        assertThat(PlainText.joined("a" + lineBreak + "b")).isEqualTo("ab");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'\u00a0', ' '",
        "'\u3000', ' '",
        "'\u2003', ' '", // blanks
        "\u200b, ''",
        "\u00ad, ''",
        "\u202e, ''",
        "\ufeff, ''",
        "\u0301, ''",
        "\u20dd, ''", // invisible, or marks
        "\u115f, ''",
        "\u1160, ''",
        "\u3164, ''",
        "\uffa0, ''", // fillers
        "\uff15, 5",
        "\u0665, 5",
        "\u096b, 5",
        "\u2075, 5", // digits
        "\u3002, .",
        "\u2024, .",
        "\u00b7, .",
        "\uff0e, .",
        "[.], .",
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
    void whatLooksAlikeIsOne(String text, String plain) {
        assertThat(PlainText.of(text)).isEqualTo(plain);
        assertThat(PlainText.joined("x" + text + "y")).isEqualTo("x" + plain + "y");
    }

    @Test
    void allOtherTextStaysAsItIs() {
        assertThat(PlainText.of("~ All [is] well, Größe 5 決済 💳 ~")).isEqualTo("~ All [is] well, Größe 5 決済 💳 ~");
        assertThat(PlainText.joined(" !~")).isEqualTo(" !~");
    }
}
