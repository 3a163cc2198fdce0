package com.elytracloud.status.guard;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonStringsTest {
    @Test
    void keysAndValuesAreStringsAndNothingElseIs() throws UnreadableFileException {
        List<PublicString> strings =
                JsonStrings.of("x.json", "{\"a\":[1,true,{\"b/c\":\"d\\u0065\"},null],\"f\":\"\"}");

        assertThat(strings)
                .containsExactly(
                        string("a", "a"),
                        string("b/c", "a", "2", "b/c"),
                        string("de", "a", "2", "b/c"),
                        string("f", "f"),
                        string("", "f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\":1,\"a\":1}", "{\"a\":\"b\"", "plain"})
    void whatIsNoJsonCannotBeRead(String text) {
        assertThatThrownBy(() -> JsonStrings.of("x.json", text))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.rule()).isEqualTo("not-json"));
    }

    private static PublicString string(String text, String... pointer) {
        return new PublicString("x.json", List.of(pointer), text);
    }
}
