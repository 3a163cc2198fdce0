package com.elytracloud.status.domain;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.testing.MonitorBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class MonitorFleetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Website     | Our website is slow.       | true",
                "Website     | Websites are slow.         | false",
                "Müller Shop | (MÜLLER SHOP)              | true",
                "C++ (new)   | the C++ (new) build        | true",
                "db          | the db is slow             | false",
                "api         | rapid growth               | false",
                "api         | the API, again             | true"
            })
    void aNameIsFoundAsAWordOfItsOwn(String name, String text, boolean isFound) {
        assertThat(MonitorBuilder.aFleet(MonitorBuilder.aMonitor("7").named(name))
                        .namedIn(text))
                .isEqualTo(isFound ? List.of(name + " (7)") : List.of());
    }
}
