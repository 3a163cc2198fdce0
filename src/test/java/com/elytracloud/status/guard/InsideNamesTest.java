package com.elytracloud.status.guard;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InsideNamesTest {
    @ParameterizedTest(name = "{0} in \"{1}\": {2}")
    @CsvSource({
        "db-1, see DB-1., inside-name",
        "db-1, see db-12, ''",
        "d-1, see d-1, ''", // three characters stand anywhere
        "abcdefghij, see abcdefghij, ''", // ten letters may be a word
        "abcdefghijk, see abcdefghijk, inside-name",
        "a.b:c, see a.b:c, inside-address",
        "/srv, see x/srv/y, ''",
        "/srv, see /srv/y, inside-address",
        "srv/, see srv/y, inside-address"
    })
    void aNameIsFoundByItselfUnlessItIsABareWord(String name, String text, String rule) {
        assertThat(new InsideNames(List.of(name)).rulesBrokenBy(text))
                .isEqualTo(rule.isEmpty() ? Set.of() : Set.of(rule));
    }
}
