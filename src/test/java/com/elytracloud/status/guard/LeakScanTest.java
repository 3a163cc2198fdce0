package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LeakScanTest {
    private final LeakScan scan =
            new LeakScan(new PublicAddress(Optional.empty()), new SecretScan(List.of()), new InsideNames(List.of()));

    @ParameterizedTest
    @CsvSource({
        "10.0.|0.5, ipv4", // an address that was broken into lines is one
        "ops@localho|st, email",
        "All is done.|de facto, ''", // but the end of a sentence and the next word are no host
        "kuma.|internal, ''",
        "kuma.internal|is down, host"
    })
    void aLineBreakHidesNoAddressAndMakesNoHost(String text, String rule) {
        assertThat(scan.rulesBrokenBy(text.replace('|', '\n'))).isEqualTo(rule.isEmpty() ? Set.of() : Set.of(rule));
    }

    @Test
    void aTextIsRefusedThatHidesMoreThanIsRead() {
        assertThat(scan.rulesBrokenBy(encoded(450) + " " + base64("10.132.0.17")))
                .contains(LeakScan.TOO_ENCODED);
        assertThat(scan.rulesBrokenBy(encoded(20))).doesNotContain(LeakScan.TOO_ENCODED);
        assertThat(scan.rulesBrokenBy("All shops are up again, alle Läden sind wieder offen. ".repeat(100)))
                .isEmpty();
    }

    private static String encoded(int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> base64("harmless word " + i))
                .collect(Collectors.joining(" "));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
