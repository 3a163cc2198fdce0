package com.elytracloud.status.site;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EscapedTextTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "</script>, &lt;/script&gt;",
                "\" onload=\"x, &quot; onload=&quot;x",
                "it's, it&#39;s",
                "&lt;, &amp;lt;",
                "{other}, {other}",
            })
    void everyTextIsEscapedForElementsAndAttributes(String text, String written) {
        assertThat(Templates.escaped(text, null)).isEqualTo(written);
    }
}
