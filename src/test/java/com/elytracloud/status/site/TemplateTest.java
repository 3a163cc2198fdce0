package com.elytracloud.status.site;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TemplateTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "</script>, &lt;/script&gt;",
                "\" onload=\"x, &quot; onload=&quot;x",
                "it's, it&#39;s",
                "&lt;, &amp;lt;",
                "{{other}}, {{other}}",
            })
    void everyTextIsEscaped(String text, String written) {
        String html = new Template("<p title=\"{{text}}\">{{text}}</p>").render(new Slots().set("text", text));

        assertThat(html).isEqualTo("<p title=\"%s\">%s</p>".formatted(written, written));
    }

    @Test
    void whatXmlCannotExpressIsReplaced() {
        String text = "a\u0000b\u001Bc\uD800d\uFFFEe\tf\uD83D\uDCA5";

        String html = new Template("{{text}}").render(new Slots().set("text", text));

        assertThat(html).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\tf\uD83D\uDCA5");
    }

    @Test
    void aPartIsRepeatedForEachItemAndSeesWhatIsAround() {
        Slots slots = new Slots()
                .set("site", "S")
                .each("row", List.of(new Slots().set("name", "a"), new Slots().set("name", "<b>")))
                .when("none", false);

        String html = new Template("{{#row}}{{name}}@{{site}} {{/row}}{{#none}}{{missing}}{{/none}}").render(slots);

        assertThat(html).isEqualTo("a@S &lt;b&gt;@S ");
    }

    @Test
    void aNameThatNobodySetIsAMistake() {
        assertThatThrownBy(() -> new Template("{{nmae}}").render(new Slots().set("name", "")))
                .hasMessageContaining("nmae");
        assertThatThrownBy(() -> new Template("{{#rows}}").render(new Slots().each("rows", List.of())))
                .hasMessageContaining("{{/rows}}");
    }
}
