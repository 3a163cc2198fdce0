package com.elytracloud.status.guard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntitiesTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "&#49;0.0.0.5, 10.0.0.5",
        "&#x31;0.0.0.5, 10.0.0.5",
        "a&COMMAT;b, a@b",
        "a&shy;b, ab",
        "a&#36;b&bsol;, a$b&bsol;",
        "&amp;#49;, &#49;", // once: the next reading resolves the rest
        "&#x110000;, &#x110000;",
        "AT&T, AT&T",
        "'&', '&'"
    })
    void referencesAreResolvedOnceAndUnknownOnesStay(String text, String decoded) {
        assertThat(Entities.decode(text)).isEqualTo(decoded);
    }
}
