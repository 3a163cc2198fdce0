package com.elytracloud.status.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;
import com.elytracloud.status.testing.StateBuilder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class JsonStateStoreTest {
    private static final Path FOLDER = Path.of("src/test/resources/state");
    private static final int KIBIBYTE = 1024;

    @Test
    void theFormIsTheOneThatWasPromised() throws IOException {
        byte[] golden = Files.readAllBytes(FOLDER.resolve("v6.json"));

        assertThat(unpacked(JsonStateStore.bytes(StateBuilder.aSmallState())) + "\n")
                .isEqualTo(new String(golden, UTF_8));
        assertThat(JsonStateStore.parse(golden))
                .isEqualTo(new Stored(Condition.FOUND, StateBuilder.aSmallState(), "", ""));
    }

    @Test
    void theFormOfTheFirstVersionKeepsItsHistory() throws IOException {
        RunState now = StateBuilder.aSmallState();
        RunState expected = new RunState(
                now.seq(),
                now.slot(),
                now.writtenAt(),
                new FlapState(2, 1, Instant.MIN, PlatformStatus.OUTAGE, Instant.MIN),
                Map.of(),
                KnownMonitors.NONE,
                now.ledger(),
                now.figures(),
                now.history(),
                now.transitions(),
                BackupState.NONE,
                Announcements.NONE);

        assertThat(JsonStateStore.parse(Files.readAllBytes(FOLDER.resolve("v3.json"))))
                .isEqualTo(new Stored(Condition.FOUND, expected, "", ""));
    }

    @Test
    void theFormBeforeThisOneIsReadAsItWas() throws IOException {
        assertThat(JsonStateStore.parse(Files.readAllBytes(FOLDER.resolve("v5.json"))))
                .isEqualTo(new Stored(Condition.FOUND, StateBuilder.aSmallState(), "", ""));
        // Counts that stay the same were one entry.
        String rows = Files.readString(FOLDER.resolve("v5.json")).replace("21243x1", "21240x3");
        assertThat(JsonStateStore.parse(rows.getBytes(UTF_8)).state().ledger().days())
                .containsOnlyKeys(21240L, 21241L, 21242L);
        // The id of a component may look like one.
        String named = Files.readString(FOLDER.resolve("v5.json")).replace("\"websites\":", "\"4x4\":");
        assertThat(JsonStateStore.parse(named.getBytes(UTF_8)).state().components())
                .containsOnlyKeys("4x4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"8c0 | 8%0", "2r6 1 | 2r6", "outage | none", "\"O\" | \"Y\"", "509000 | true", "OX | O"})
    void aWrongTextOfTheFirstVersionIsCorrupt(String there, String wrong) throws IOException {
        String whole = Files.readString(FOLDER.resolve("v3.json"));
        assertThat(whole).contains(there);

        assertCorrupt(whole.replace(there, wrong).getBytes(UTF_8));
    }

    @Test
    void theFirstStateSurvives() {
        assertThat(JsonStateStore.parse(JsonStateStore.bytes(RunState.FIRST)).state())
                .isEqualTo(RunState.FIRST);
    }

    @ParameterizedTest(name = "{0} monitors of weight {1}: at most {2} KiB")
    @CsvSource({"200, 1, 64", "200, 9999, 64", "10000, 9999, 256"})
    void aFullStateSurvivesAndStaysWithinItsBounds(int monitors, long weight, int kibibytes) {
        RunState full = StateBuilder.aFullState(monitors, weight);

        byte[] bytes = JsonStateStore.bytes(full);

        System.out.printf("state of %d monitors and tenants of weight %d: %d bytes%n", monitors, weight, bytes.length);
        assertThat(bytes.length).isLessThan(kibibytes * KIBIBYTE);
        assertThat(JsonStateStore.parse(bytes).state()).isEqualTo(full);
    }

    @Test
    void aLaterFormIsLeftAlone() {
        byte[] later = "{\"schema\":7,\"entirely\":\"different\"}".getBytes(UTF_8);

        Stored parsed = JsonStateStore.parse(later);

        assertThat(parsed.condition()).isEqualTo(Condition.NEWER);
        assertThat(parsed.state()).isEqualTo(RunState.FIRST);
        assertThat(parsed.warning()).contains("schema 7");
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
                "{\"schema\":4}",
                "{\"schema\":5}",
                "{\"schema\":5,\"state\":null}",
                "{\"schema\":5,\"schema\":6}",
                "{\"schema\":5} x",
                "\u0000\u0001"
            })
    void whatIsNoStateIsCorrupt(String text) {
        assertCorrupt(text.getBytes(UTF_8));
    }

    @Test
    void aStateThatWasCutAnywhereIsCorrupt() {
        byte[] whole = JsonStateStore.bytes(StateBuilder.aSmallState());

        IntStream.range(0, whole.length).forEach(length -> assertCorrupt(Arrays.copyOf(whole, length)));
    }

    @Test
    void oneOtherByteAnywhereIsCorruptOrChangesNothing() {
        byte[] whole = JsonStateStore.bytes(StateBuilder.aSmallState());
        int header = 10;

        IntStream.range(0, whole.length).forEach(position -> {
            byte[] other = whole.clone();
            other[position] ^= 1;
            // The header of gzip holds a time and the like, which are not part of the content.
            if (position < header && JsonStateStore.parse(other).condition() == Condition.FOUND) {
                assertThat(JsonStateStore.parse(other).state()).isEqualTo(StateBuilder.aSmallState());
            } else {
                assertCorrupt(other);
            }
        });
    }

    @ParameterizedTest(name = "{1} in place of {0}")
    @MethodSource("impossibilities")
    void anImpossibleValueIsCorrupt(String there, String impossible) throws IOException {
        String whole = unpacked(JsonStateStore.bytes(StateBuilder.aSmallState()));
        assertThat(whole).contains(there);

        assertCorrupt(whole.replace(there, impossible).getBytes(UTF_8));
    }

    static Stream<String[]> impossibilities() {
        return Stream.of(
                of("\"seq\":41", "\"seq\":-1"),
                of("\"seq\":41", "\"seq\":41.5"),
                of("\"seq\":41", "\"seq\":\"41\""),
                of("\"seq\":41", "\"seq\":null"),
                of("\"seq\":41", "\"seq\":99999999999999999999"),
                of("\"seq\":41", "\"seq\":41,\"more\":1"),
                of("\"seq\":41,", ""),
                of("\"slot\":\"2028-02-29T23:50:00Z\"", "\"slot\":\"2028-02-30T23:50:00Z\""),
                of("\"slot\":\"2028-02-29T23:50:00Z\"", "\"slot\":null"),
                of("\"bad\":2", "\"bad\":3"),
                of("\"good\":1", "\"good\":2"),
                of("\"confirmed\":\"outage\"", "\"confirmed\":\"OUTAGE\""),
                of("\"confirmed\":\"outage\"", "\"confirmed\":2"),
                of("\"confirmed\":\"outage\"", "\"confirmed\":null"),
                of("\"weight\":3", "\"weight\":0"),
                of("7200,600,0", "7200,-600,0"),
                of("7200,600,0", "7200,6000,0"),
                of("\"509000\":", "\"an hour\":"),
                of("0.999912345678901", "1.000000000000001"),
                of("\"from\":\"operational\"", "\"from\":\"outage\""));
    }

    private static String[] of(String there, String impossible) {
        return new String[] {there, impossible};
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), UTF_8);
        }
    }

    private static void assertCorrupt(byte[] bytes) {
        Stored parsed = JsonStateStore.parse(bytes);

        assertThat(parsed.condition()).as(new String(bytes, UTF_8)).isEqualTo(Condition.CORRUPT);
        assertThat(parsed.state()).isEqualTo(RunState.FIRST);
        assertThat(parsed.warning()).isNotBlank();
    }
}
