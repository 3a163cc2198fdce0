package com.elytracloud.status.guard;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAddressTest {
    @ParameterizedTest(name = "of {0}: \"{1}\" leaves \"{2}\"")
    @CsvSource(delimiter = '|', textBlock = """
            https://status.example.com/status.json        | https://status.example.com/x   | ' x'
            https://status.example.com/status.json        | HTTP://Status.Example.COM.     | ' .'
            https://status.example.com                    | status.example.com/x           | ' x'
            https://status.example.com                    | status.example.com.evil.org    | status.example.com.evil.org
            https://Status.Example.com/status.json        | status.example.com:443/        | ' '
            https://status.example.com/status.json        | status.example.com:80/         | ' '
            https://status.example.com/status.json        | status.example.com:8443/       | status.example.com:8443/
            https://status.example.com:8443/status.json   | status.example.com:8443/       | ' '
            https://status.example.com:8443/status.json   | status.example.com:443/        | status.example.com:443/
            https://example.com/public/status.json        | https://example.com/public/x   | ' x'
            https://example.com/public/status.json        | https://example.com/private/x  | ' /private/x'
            https://example.com/p+(1)/status.json         | example.com/p+(1)/x            | ' x'
            https://status.example.com/status.json        | statusXexample.com/            | statusXexample.com/
            https://status.example.com/status.json        | nothing of it                  | nothing of it
            """)
    void onlyTheAddressItselfIsCutOut(URI address, String text, String left) {
        assertThat(new PublicAddress(Optional.of(address)).cutOutOf(text)).isEqualTo(left);
    }

    @Test
    void withoutAnAddressNothingIsCutOut() {
        assertThat(new PublicAddress(Optional.empty()).cutOutOf("https://status.example.com/"))
                .isEqualTo("https://status.example.com/");
    }
}
