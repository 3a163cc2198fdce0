package com.elytracloud.status.backup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTest {
    private static final List<String> KEYS = List.of(
            "",
            "a",
            "a/",
            "a/b",
            "ab",
            "b",
            "\u00e9",
            "\u00ea",
            "\uffee",
            "\ud83d\ude00",
            "\ud83d\ude01",
            "a\ud83d\ude00",
            "a\uffee",
            "2026-11-12T0200",
            "2026-11-13");

    @Test
    void keysAreInTheOrderOfTheirBytesAndWhatPartsTwoLiesBetweenThem() {
        for (String one : KEYS) {
            for (String other : KEYS) {
                int bytes = Arrays.compareUnsigned(utf8(one), utf8(other));
                assertThat(Integer.signum(Keys.compare(one, other)))
                        .as("'%s' and '%s'", one, other)
                        .isEqualTo(Integer.signum(bytes));
                if (bytes < 0) {
                    String place = Keys.between(one, other);
                    assertThat(Keys.compare(place, other)).as(place).isNegative();
                    assertThat(Keys.compare(one, place)).as(place).isNotPositive();
                }
            }
        }
    }

    @ParameterizedTest(name = "between {0} and {1}: {2}")
    @CsvSource({
        "2026-11-12T0200-049.gz, 2026-11-13T0200-000.gz, 2026-11-13",
        "2026-11-30.gz, 2026-12-01.gz, 2026-12",
        "a, b, a",
        "a.gz, a.gz.2, a.gz."
    })
    void thePlaceIsAsShortAsItCanBe(String first, String second, String place) {
        assertThat(Keys.between(first, second)).isEqualTo(place);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
