package com.elytracloud.status.backup;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyFilterTest {
    @ParameterizedTest(name = "include {0}, exclude {1}, {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | acme/a.gz | true",
                "*.gz | '' | acme/deep/a.gz | true",
                "*.gz | '' | acme/a.gz.txt | false",
                "*.gz *.zip | '' | acme/a.zip | true",
                "a?.gz | '' | acme/ab.gz | true",
                "a?.gz | '' | acme/a.gz | false",
                "acme/*.gz | '' | acme/a.gz | true",
                "acme/*.gz | '' | acme/deep/a.gz | false",
                "acme/**.gz | '' | acme/deep/a.gz | true",
                "a+b(c).gz | '' | acme/a+b(c).gz | true",
                "a+b(c).gz | '' | acme/aab(c).gz | false",
                "'' | *.log | acme/a.log | false",
                "'' | *.log | acme/a.gz | true",
                "*.gz | acme/old/** | acme/old/a.gz | false",
                "'' | acme/ | acme/deep/a.gz | false",
                "'' | acme/ | acmes/a.gz | true",
                "'' | /acme/** | acme/a.gz | false"
            })
    void patternsAreOfNamesOrOfPaths(String include, String exclude, String path, boolean accepted) {
        assertThat(new BackupConfig.KeyFilter(patterns(include), patterns(exclude)).accepts(path))
                .isEqualTo(accepted);
    }

    private static List<String> patterns(String text) {
        return Stream.of(text.split(" ")).filter(part -> !part.isEmpty()).toList();
    }
}
