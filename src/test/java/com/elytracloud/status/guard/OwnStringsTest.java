package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.config.RunConfig;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.BackupCode;
import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.contract.StatusDocument.StatusSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnStringsTest {
    private final List<StatusDocument> rendered = new ArrayList<>();
    private final OwnStrings own = new OwnStrings((document, history) -> {
        rendered.add(document);
        return List.of(file("a.txt", "Uptime of 90 days\nStatus 7"), file("broken.json", "{\"a\":\"Broken\""));
    });

    @Test
    void whatTheSiteSaysLetterByLetterIsHeld() {
        assertThat(own.hold("Uptime of 90 days")).isTrue();
        assertThat(own.hold("Uptime of 91 days")).isFalse();
        assertThat(own.hold("Uptime")).isFalse();
        assertThat(own.hold(RunConfig.UNSAID.backupPolicy())).isTrue();
    }

    @Test
    void otherFiguresMakeItNoOtherText() {
        assertThat(own.holdWithOtherFigures("Uptime of 365 days")).isTrue();
        assertThat(own.holdWithOtherFigures("Status 7")).isTrue();
        assertThat(own.holdWithOtherFigures("Uptime of many days")).isFalse();
    }

    @Test
    void nothingInAFileThatCannotBeReadIsExcused() {
        assertThat(own.hold("Broken")).isFalse();
        assertThat(own.hold("a")).isFalse();
    }

    @Test
    void theSiteIsRenderedOnceInEachStatusWithAndWithoutANotice() {
        own.hold("");
        own.holdWithOtherFigures("");
        own.hold("");

        assertThat(rendered).hasSize(StatusCode.values().length * BackupCode.values().length * 2);
        assertThat(rendered).extracting(StatusDocument::platformStatus).contains(StatusCode.values());
        assertThat(rendered)
                .filteredOn(document -> document.notice() != null)
                .hasSize(rendered.size() / 2)
                .allSatisfy(document -> {
                    assertThat(document.statusSource()).isEqualTo(StatusSource.OPERATOR);
                    assertThat(document.notice().status()).isEqualTo(document.platformStatus());
                });
        assertThat(rendered)
                .filteredOn(document -> document.notice() == null)
                .extracting(StatusDocument::statusSource)
                .containsOnly(StatusSource.AUTOMATIC);
    }

    private static SiteFile file(String path, String text) {
        return new SiteFile(path, "", SiteFile.Caching.BRIEF, text.getBytes(StandardCharsets.UTF_8));
    }
}
