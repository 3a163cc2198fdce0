package com.elytracloud.status.guard;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkupStringsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            all is well                            | 1: all is well
            <p>one</p>two                          | 1: one, 1: two
            one<br/>two                            | 1: one, 1: two
            1<b>2</b>3<wbr>4                       | 1: 1234
            1<span>2</span>3                       | 1: 1, 1: 2, 1: 3
            <p>\\none</p>\\n<p>two</p>             | 1: one, 3: two
            \\n<p>one<b>\\ntwo</b>\\nthree</p>     | 2: one two three
            <p>one\\n<img alt="two"></p>           | 1: one, 2: two
            <a b="1" c='2' d=3 e = 4 f>5</a>       | 1: 1, 1: 2, 1: 3, 1: 4, 1: f, 1: 5
            <a b=c'>10.0.0.5</a><a d=e'>           | 1: c, 1: e, 1: '>10.0.0.5</a><a  '
            <!ENTITY a "10.0.0.5">                 | 1: a "10.0.0.5"
            <br/><wbr />&nbsp;<b x="1"/>           | 1: 1
            <a b="1>2">3</a>                       | 1: 1>2, 1: 3
            <a b="&#49;&amp;">&#50;</a>            | 1: 1&, 1: 2
            <!-- one\\ntwo --><p>three</p>         | 1:  one, 2: two , 2: three
            <p>one</p><!-- two                     | 1: one, 1:  two
            10.<!-- two -->0.0.5                   | 1:  two , 1: 10.0.0.5
            <p>one</p><![CDATA[<two>               | 1: one, 1: <two>, 1: <two>
            10.<![CDATA[0.0]]>.5                   | 1: 0.0, 1: 10.0.0.5
            <!DOCTYPE html><?xml a="1"?>2          | 1: html, 1: 1, 1: ?, 1: 2
            <script>a<b>c</script><p>d</p>         | 1: a<b>c, 1: d
            <STYLE>a</style>&#98;                  | 1: a, 1: b
            <script src="a">\\n&#98;</script>\\nc  | 1: a, 2: &#98;, 2: c
            <script>a = "&#98;"                    | 1: a = "&#98;"
            <p>1 < 2</p>                           | 1: 1 < 2
            <p title="never closed                 | 1: <p title="never closed
            """)
    void aFileIsReadAsWhatItsReadersSee(String markup, String strings) {
        assertThat(read(markup)).isEqualTo(strings);
    }

    @Test
    void aFileWithoutAnythingToReadHasNoStrings() {
        assertThat(MarkupStrings.of("index.html", "")).isEmpty();
        assertThat(MarkupStrings.of("index.html", "<p title=\" \">\n</p>\n")).isEmpty();
    }

    private static String read(String markup) {
        List<PublicString> strings = MarkupStrings.of("index.html", markup.replace("\\n", "\n"));
        return String.join(
                ", ",
                strings.stream()
                        .map(string -> string.pointer().get(0).replace("line ", "") + ": "
                                + string.text().replace('\n', ' '))
                        .toList());
    }
}
