package com.elytracloud.status.domain;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static org.assertj.core.api.Assertions.assertThat;

class OwnSiteTest {
    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "https://status.example.com/, https://status.example.com/",
        "https://status.example.com, https://status.example.com/",
        "https://status.example.com/status.json, https://status.example.com/",
        "http://status.example.com/, https://status.example.com/",
        "https://STATUS.Example.com/, https://status.example.com/",
        "https://status.example.com:443/, https://status.example.com/",
        "status.example.com:443, https://status.example.com/",
        "status.example.com, https://status.example.com/",
        "https://status.example.com?fresh=1, https://status.example.com/",
        "https://status.example.com#top, https://status.example.com/",
        "https://user:word@status.example.com/, https://status.example.com/",
        "https://www.example.com/status/, https://www.example.com/status/",
        "https://www.example.com/status, https://www.example.com/status/",
        "https://www.example.com/status?fresh=1, https://www.example.com/status/",
        "https://www.example.com/status/status.json, https://www.example.com/status/",
        "https://www.example.com/status/index.html, https://www.example.com/status",
        "http://localhost:8080/status.json, http://localhost:8080/",
    })
    void aTargetBelowTheSiteIsItsOwn(String target, String site) {
        assertThat(isOwn(target, site)).isTrue();
    }

    @ParameterizedTest(name = "{0} is not of {1}")
    @CsvSource({
        "https://www.example.com/, https://status.example.com/",
        "https://status.example.com.evil.org/, https://status.example.com/",
        "https://status.example.com:8443/, https://status.example.com/",
        "https://www.example.com/, https://www.example.com/status/",
        "https://www.example.com/statusboard, https://www.example.com/status/",
        "https://www.example.com/statusboard, https://www.example.com/status",
        "https://www.example.com/Status/, https://www.example.com/status/",
        "https://www.example.com/?of=https://status.example.com/, https://status.example.com/",
        "www.example.com, https://www.example.com/status/",
        "'', https://status.example.com/",
        "https://status.example.com/, ''",
    })
    void anyOtherTargetIsNot(String target, String site) {
        assertThat(isOwn(target, site)).isFalse();
    }

    private static boolean isOwn(String target, String site) {
        MonitorScope scope = new MonitorScope(Set.of(), Set.of(), Set.of(), Map.of(), site);
        return scope.watchesOwnSite(aMonitor("1").watching(target).reading().monitor());
    }
}
