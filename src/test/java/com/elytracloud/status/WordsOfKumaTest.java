package com.elytracloud.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Uptime Kuma's words are translated in its package: nothing else knows them. A rule on constants needs the sources. */
class WordsOfKumaTest {
    private static final Path MAIN = Path.of("src/main/java/com/elytracloud/status");
    private static final Pattern WORDS =
            Pattern.compile("MIGRATING|RESTARTING|UNKNOWN_STATUS_PAGE|monitor_status|heartbeatList");

    @Test
    void onlyThePackageOfKumaHasThem() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.startsWith(MAIN.resolve("kuma")))
                            .filter(WordsOfKumaTest::hasOne))
                    .isEmpty();
        }
    }

    @Test
    void theRuleSeesOneWhereItIs() {
        assertThat(List.of(MAIN.resolve("kuma/KumaErrors.java"))).allMatch(WordsOfKumaTest::hasOne);
    }

    private static boolean hasOne(Path file) {
        try {
            return WORDS.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
