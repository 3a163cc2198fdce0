package com.elytracloud.status.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorState;
import com.elytracloud.status.domain.Reading;

import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static org.assertj.core.api.Assertions.assertThat;

class InsideWordsTest {
    @Test
    void anAddressIsTakenApart() {
        assertThat(WatchedAddress.words("https://u:pw@db1.example.net:8443/health/deep?key=v#f"))
                .containsExactlyInAnyOrder(
                        "https://u:pw@db1.example.net:8443/health/deep?key=v#f",
                        "u:pw@db1.example.net:8443",
                        "u:pw",
                        "db1.example.net",
                        "8443",
                        "/health/deep",
                        "key=v");
        assertThat(WatchedAddress.words("db1:3306")).containsExactlyInAnyOrder("db1:3306", "db1", "3306");
        assertThat(WatchedAddress.words("http://[2001:db8::1]:80/x"))
                .contains("[2001:db8::1]", "80")
                .doesNotContain("/x");
        assertThat(WatchedAddress.words("")).isEmpty();
    }

    @Test
    void tagsCountOneByOne() {
        assertThat(words(monitor("Shop", "", "blue,green"), List.of())).contains("Shop", "blue,green", "blue", "green");
    }

    @Test
    void aNameIsPublicIfItsOwnComponentIsCalledSo() {
        Monitor monitor = monitor("Shop", "", "Shop floor");

        assertThat(words(monitor, List.of(new Component("shop", "Shop", ids("1")))))
                .doesNotContain("Shop")
                .contains("Shop floor");
        assertThat(words(monitor, List.of(new Component("shop", "Shop", ids("2")))))
                .contains("Shop");
        assertThat(words(monitor, List.of(new Component("shop", "Shops", ids("1")))))
                .contains("Shop");
    }

    @Test
    void withoutAnAnswerThereAreNone() {
        Failure failure = new Failure(Failure.Reason.UNREACHABLE, "");

        assertThat(InsideWords.of(new Reading.Failed<>(failure), new Reading.Failed<>(failure), List.of()))
                .isEqualTo(InsideWords.NONE);
        assertThat(InsideWords.of(new Reading.Nothing<>(), new Reading.Nothing<>(), List.of()))
                .isEqualTo(InsideWords.NONE);
    }

    private static Iterable<String> words(Monitor monitor, List<Component> components) {
        MonitorReading reading = new MonitorReading(monitor, true, MonitorState.UP, List.of(), Map.of());
        MonitorFleet fleet = new MonitorFleet(List.of(reading), Instant.MIN);
        return InsideWords.of(new Reading.Found<>(fleet), new Reading.Nothing<>(), components)
                .monitors();
    }

    private static Monitor monitor(String name, String target, String label) {
        return new Monitor(new MonitorId("1"), MonitorKind.PROBE, name, target, List.of(label));
    }
}
