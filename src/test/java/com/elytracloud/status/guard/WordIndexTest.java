package com.elytracloud.status.guard;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordIndexTest {
    private static final PublicString OWNER = new PublicString("a.txt", List.of("line 1"), "as the reader sees it");

    @ParameterizedTest(name = "\"{0}\" holds \"{1}\": {2}")
    @CsvSource({
        "the Legacy-Shop is down, legacy shop, true",
        "the legacy shop, legacy/shop, true",
        "the legacy, legacy shop, false",
        "shop of the legacy, legacy shop, false",
        "legacy shop, the legacy shop, false",
        "my workshops, shop, false", // as a part of a word
        "the shops, shop, false",
        "abc is here, abc, false", // three characters
        "abcd is here, abcd, true",
        "a b c is here, a-b-c, true", // three letters are words: their signs do not matter
        "a b is here, a--b, false", // fewer are none: their signs do
        "is a--b here, a--b, true",
        "is ---- here, ' ---- ', true",
        "is     here, '    ', false",
        "💳💳💳 is here, 💳💳💳, false", // three characters, if six of Java's
        "💳💳💳💳 is here, 💳💳💳💳, true"
    })
    void anExpressionIsHeldByTheTextThatHasItsWordsInARow(String text, String expression, boolean held) {
        WordIndex index = new WordIndex();
        index.add(List.of(), "another text");
        index.add(List.of(OWNER), text);

        assertThat(index.holding(expression)).isEqualTo(held ? Set.of(OWNER) : Set.of());
    }
}
