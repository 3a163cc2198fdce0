package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.BackupMemory;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.ListingMark;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.TenantMemory;
import com.elytracloud.status.publish.StateJson.Parsed;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.testing.StateBuilder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class StateJsonTest {
    private static final Path FOLDER = Path.of("src/test/resources/state");
    private static final int KIBIBYTE = 1024;

    @Test
    void theFormIsTheOneThatWasPromised() throws IOException {
        byte[] golden = Files.readAllBytes(FOLDER.resolve("v3.json"));

        assertThat(new String(StateJson.toBytes(StateBuilder.aSmallState()), UTF_8))
                .isEqualTo(new String(golden, UTF_8));
        assertThat(StateJson.parse(golden)).isEqualTo(new Parsed(Condition.FOUND, StateBuilder.aSmallState(), ""));
    }

    @Test
    void theFirstFormLacksFiguresAndTenants() throws IOException {
        assertThat(StateJson.parse(Files.readAllBytes(FOLDER.resolve("v1.json"))))
                .isEqualTo(new Parsed(Condition.FOUND, older(DailyFigures.NONE, BackupMemory.NONE), ""));
    }

    @Test
    void theSecondFormKnowsOnlySinceWhenATenantIsThere() throws IOException {
        LocalDate seen = LocalDate.parse("2028-02-29");
        BackupMemory tenants = new BackupMemory(
                Instant.MIN,
                Map.of(
                        "acme",
                        new TenantMemory(Instant.parse("2028-02-29T23:49:30Z"), seen, ListingMark.NONE),
                        "b/\u00e9 \"x\"",
                        new TenantMemory(Instant.parse("2028-02-29T23:59:30Z"), seen, ListingMark.NONE)));

        assertThat(StateJson.parse(Files.readAllBytes(FOLDER.resolve("v2.json"))))
                .isEqualTo(new Parsed(
                        Condition.FOUND, older(StateBuilder.aSmallState().figures(), tenants), ""));
    }

    private static RunState older(DailyFigures figures, BackupMemory tenants) {
        RunState now = StateBuilder.aSmallState();
        return new RunState(
                now.seq(),
                now.slot(),
                now.writtenAt(),
                now.flaps(),
                now.components(),
                now.monitors(),
                now.ledger(),
                figures,
                now.history(),
                now.transitions(),
                tenants);
    }

    @Test
    void theFirstStateSurvives() {
        assertThat(StateJson.parse(StateJson.toBytes(RunState.FIRST)).state()).isEqualTo(RunState.FIRST);
    }

    @ParameterizedTest(name = "{0} monitors of weight {1}: at most {2} KiB")
    @CsvSource({"200, 1, 64", "200, 9999, 64", "10000, 9999, 832"})
    void aFullStateSurvivesAndStaysWithinItsBounds(int monitors, long weight, int kibibytes) {
        RunState full = StateBuilder.aFullState(monitors, weight);

        byte[] bytes = StateJson.toBytes(full);

        System.out.printf("state of %d monitors and tenants of weight %d: %d bytes%n", monitors, weight, bytes.length);
        assertThat(bytes.length).isLessThan(kibibytes * KIBIBYTE);
        assertThat(StateJson.parse(bytes).state()).isEqualTo(full);
    }

    @Test
    void aLaterFormIsLeftAlone() {
        byte[] later = "{\"schema\":4,\"entirely\":\"different\"}".getBytes(UTF_8);

        Parsed parsed = StateJson.parse(later);

        assertThat(parsed.condition()).isEqualTo(Condition.NEWER);
        assertThat(parsed.state()).isEqualTo(RunState.FIRST);
        assertThat(parsed.remark()).contains("schema 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "{}",
                "{\"schema\":0}",
                "{\"schema\":\"3\"}",
                "{\"schema\":3.0}",
                "{\"schema\":1e400}",
                "{\"schema\":99999999999999999999}",
                "{\"schema\":3}",
                "{\"schema\":3,\"sha256\":\"\"}",
                "{\"schema\":4,\"schema\":4}",
                "{\"schema\":4} x",
                "\u0000\u0001"
            })
    void whatIsNoStateIsCorrupt(String text) {
        assertCorrupt(text.getBytes(UTF_8));
    }

    @Test
    void aStateThatWasCutAnywhereIsCorrupt() {
        byte[] whole = StateJson.toBytes(StateBuilder.aSmallState());

        IntStream.range(0, whole.length).forEach(length -> assertCorrupt(Arrays.copyOf(whole, length)));
    }

    @Test
    void oneOtherByteAnywhereIsCorrupt() {
        byte[] whole = StateJson.toBytes(StateBuilder.aSmallState());

        // The first bytes up to the 3 of the schema: a 4 there is a later form.
        IntStream.range("{\"schema\":3".length(), whole.length).forEach(position -> {
            byte[] other = whole.clone();
            other[position] ^= 1;
            assertCorrupt(other);
        });
    }

    @ParameterizedTest(name = "{1} in place of {0}")
    @MethodSource("impossibilities")
    void anImpossibleValueIsCorruptEvenUnderARightHash(String there, String impossible) {
        String whole = new String(StateJson.toBytes(StateBuilder.aSmallState()), UTF_8);
        String object = whole.replaceFirst(",\"sha256\":\"[0-9a-f]{64}\"}\n$", "}");
        assertThat(object).contains(there);

        byte[] changed = StateJson.sealed(object.replace(there, impossible).getBytes(UTF_8));

        assertCorrupt(changed);
        assertThat(StateJson.parse(changed).remark()).doesNotContain("sha256");
    }

    static Stream<String[]> impossibilities() {
        return Stream.of(
                of("\"seq\":41", "\"seq\":-1"),
                of("\"seq\":41", "\"seq\":41.5"),
                of("\"seq\":41", "\"seq\":null"),
                of("\"seq\":41", "\"seq\":9223372036854775807"),
                of("\"seq\":41", "\"seq\":41,\"more\":1"),
                of("\"seq\":41,", ""),
                of("\"slot\":\"2028-02-29T23:50:00Z\"", "\"slot\":\"2028-02-30T23:50:00Z\""),
                of("\"slot\":\"2028-02-29T23:50:00Z\"", "\"slot\":1835481000"),
                of("\"bad\":2", "\"bad\":3"),
                of("\"good\":1", "\"good\":2"),
                of("\"confirmed\":\"outage\"", "\"confirmed\":\"OUTAGE\""),
                of("\"U 2028", "\"Q 2028"),
                of("\"U 2028", "\"U2028"),
                of("\"1,10\"", "\"1,1\""),
                of("\"1,10\"", "\"1,2\""),
                of("\"1,10\"", "\"\""),
                of("\"weight\":3", "\"weight\":0"),
                of("\"hours\":[509000,", "\"hours\":["),
                of("\"hours\":[509000,", "\"hours\":[-9,"),
                of("\"hours\":[509000,", "\"hours\":[1e99,"),
                of("\"hours\":[509000,", "\"hours\":[509039,"),
                of("\"hours\":[509000,", "\"hours\":[[],"),
                of("\"8c0\"", "\"8C0\""),
                of("\"8c0\"", "\"-8c0\""),
                of("\"8c0\"", "\"8c0,,,,1\""),
                of("\"8c0\"", "\"zzzzzzzzzzz\""),
                of(" 0.999912345678901", " 1.000000000000001"),
                of(" 0.999912345678901", " 9E-1"),
                of("Z OX\"", "Z OO\""),
                of("2028-02-29T23:49:30Z OX", "2028-02-29T23:49:30Z OQ"),
                of("\"acme\":\"", "\"acme\":\"-"),
                of("{\"acme\"", "{\"acme\":\"1 0 - -\",\"acme\""),
                of("{\"never\"", "{\"acme\""),
                of(" 0aZ-_9 ", "  "),
                of(" 2028-02-2\"", "\""),
                of("\"begun\":", "\"ended\":"));
    }

    private static String[] of(String there, String impossible) {
        return new String[] {there, impossible};
    }

    private static void assertCorrupt(byte[] bytes) {
        Parsed parsed = StateJson.parse(bytes);

        assertThat(parsed.condition()).as(new String(bytes, UTF_8)).isEqualTo(Condition.CORRUPT);
        assertThat(parsed.state()).isEqualTo(RunState.FIRST);
        assertThat(parsed.remark()).isNotBlank();
    }
}
