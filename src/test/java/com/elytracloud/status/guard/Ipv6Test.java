package com.elytracloud.status.guard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class Ipv6Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "::1", "1::1:1", "fe80::", "2001:db8::1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
                "1:2:3:4:5:6:10.0.0.5", "::10.0.0.5", "::ffff:10.0.0.5", "dead::beef", "a1::b:c", "abc::1", "::a1"
            })
    void addresses(String text) {
        assertThat(Ipv6.isAddress(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "1::2::3",
                "::1::",
                "12:30:45",
                "12::30",
                "a::b",
                "abc::def",
                "dea::beef",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8:",
                "1:2:3:4::5:6:7:8",
                "1:2:3:4:5:6:7:10.0.0.5",
                "::a"
            })
    void noAddresses(String text) {
        assertThat(Ipv6.isAddress(text)).isFalse();
    }
}
