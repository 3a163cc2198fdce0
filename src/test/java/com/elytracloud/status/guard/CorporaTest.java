package com.elytracloud.status.guard;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.guard.Corpora.Innocent;
import com.elytracloud.status.guard.Corpora.Leak;
import com.elytracloud.status.run.InsideWords;

import static org.assertj.core.api.Assertions.assertThat;

/** What must be refused, and what must pass, as files. */
class CorporaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.elytracloud.status.guard.Corpora#leaks")
    void aLeakIsRefusedInAnyForm(Leak leak) throws Exception {
        List<PublicString> strings = JsonStrings.of("x.json", "{\"note\":" + leak.jsonString() + "}");

        List<LeakScan.Hit> hits = scan(Optional.empty()).hits(strings, InsideWords.NONE);

        assertThat(hits).extracting(LeakScan.Hit::rule).contains(leak.rule());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.elytracloud.status.guard.Corpora#leaks")
    void aLeakIsRefusedAsTheOperatorTypedIt(Leak leak) throws IOException {
        String typed = MAPPER.readValue(leak.jsonString(), String.class);

        assertThat(scan(Optional.empty()).rulesBrokenBy(typed)).contains(leak.rule());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("com.elytracloud.status.guard.Corpora#innocent")
    void anInnocentTextPasses(Innocent innocent) {
        assertThat(scan(innocent.publicUrl()).rulesBrokenBy(innocent.text())).isEmpty();
    }

    @Test
    void theCorporaAreLargeEnough() {
        assertThat(Corpora.leaks()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(Corpora.innocent()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(Corpora.leaks().stream().map(Leak::rule).collect(Collectors.toSet()))
                .as("each class")
                .containsAll(LeakRules.ALL.stream().map(LeakRule::id).toList());
    }

    private static LeakScan scan(Optional<URI> publicUrl) {
        return new LeakScan(new PublicAddress(publicUrl), new SecretScan(List.of()), new InsideNames(List.of()));
    }
}
