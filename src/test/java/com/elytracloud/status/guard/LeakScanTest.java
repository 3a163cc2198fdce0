package com.elytracloud.status.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
}
