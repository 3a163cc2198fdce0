package com.elytracloud.status.guard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WellKnownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<svg xmlns='http://www.w3.org/2000/svg'>       | <svg xmlns=' '>",
                "http://www.w3.org/2005/Atom                    | \" \"",
                "http://www.w3.org/2000/svg.example.com         | http://www.w3.org/2000/svg.example.com",
                "http://www.w3.org/2000/svg/inside              | http://www.w3.org/2000/svg/inside",
                "xhttp://www.w3.org/2000/svg                    | xhttp://www.w3.org/2000/svg",
                "http://www.w3.org/                             | http://www.w3.org/",
            })
    void isCutOutWhereItStandsAlone(String text, String left) {
        assertThat(WellKnown.cutOutOf(text)).isEqualTo(left);
    }
}
