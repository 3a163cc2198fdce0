package com.elytracloud.status.guard;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    @ParameterizedTest(name = "{0} has the words {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Legacy-Shop_2, is DOWN. | legacy shop 2 is down
            Größe Ελλάδα мир        | größe ελλάδα мир
            20° Acme® ½ × 2         | 20 acme 2
            決済サーバ              | 決 済 サ ー バ
            กข                      | ก ข
            pay💳now                | pay 💳 now
            abc決def                | abc 決 def
            ☎49                     | ☎ 49
            𝒜𝒷 ok                   | 𝒜𝒷 ok
            """)
    void lettersAndFiguresFormWordsAndPicturesAreSome(String text, String words) {
        assertThat(Words.of(text)).isEqualTo(Arrays.asList(words.split(" ")));
    }

    @Test
    void signsAreNoWords() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of(" -- ./:")).isEmpty();
    }

    @Test
    void afterTheLastWordThereIsNone() {
        Words words = new Words("one 二.");

        assertThat(List.of(words.next(), words.next())).containsExactly("one", "二");
        assertThat(words.next()).isNull();
        assertThat(words.next()).isNull();
    }
}
