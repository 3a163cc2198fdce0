package com.elytracloud.status.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KnownVariablesTest {
    private static final Pattern READ_BY_NAME =
            Pattern.compile("(?:[Rr]eader\\(?\\)?|variables)\\s*\\.\\w+\\(\\s*\"([A-Z][A-Z0-9]*_[A-Z0-9_]+)\"");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "CRITICAL_MONITORS, CRITICAL_MONITOR_IDS",
        "BACKUP_MAX_AGE, BACKUP_MAX_AGE_HOURS",
        "UPTIME_KUMA_APIKEY, UPTIME_KUMA_API_KEY",
        "UPTIMEKUMA_URL, UPTIME_KUMA_URL",
        "STATUS_PUBLIC_URI, STATUS_PUBLIC_URL",
        "site_title, SITE_TITLE",
        "SENDGRID_ADMIN_MAIL, SENDGRID_ADMIN_EMAIL"
    })
    void aMisspeltNameIsReportedWithTheRightOneWhereverItStands(String name, String right) throws IOException {
        String sentence = "is not a setting and has no effect; did you mean %s?".formatted(right);

        assertThat(known().unknown(Set.of(name), Set.of())).containsExactly(new Problem(name, sentence));
        assertThat(known().unknown(Set.of(), Set.of(name))).containsExactly(new Problem(name, sentence));
    }

    @Test
    void anUnknownNameWithOurPrefixIsReportedInAFileOnly() throws IOException {
        assertThat(known().unknown(Set.of("BACKUP_COLOUR_OF_THE_TAPE"), Set.of()))
                .extracting(Problem::sentence)
                .containsExactly("is not a setting and has no effect; .env.example lists all settings");
        assertThat(known().unknown(Set.of(), Set.of("BACKUP_COLOUR_OF_THE_TAPE")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPTIME_KUMA_URL",
                "ELYTRA_ENV_FILE",
                "STATE_DIRECTORY",
                "PATH",
                "HOME",
                "TZ",
                "https_proxy",
                "LANG",
                "AWS_PROFILE",
                "STATUS",
                "QUARKUS_LOG_LEVEL"
            })
    void whatBelongsToUsOrToOthersIsNoWarning(String name) throws IOException {
        assertThat(known().unknown(Set.of(name), Set.of(name))).isEmpty();
    }

    @Test
    void theExampleExplainsExactlyTheSettingsThatTheCodeReads() throws IOException {
        Set<String> inTheCode = new TreeSet<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            READ_BY_NAME.matcher(text).results().forEach(found -> inTheCode.add(found.group(1)));
        }
        Set<String> setByThePlatform = Set.of(
                "AWS_LAMBDA_FUNCTION_NAME",
                "AWS_REGION",
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI");
        inTheCode.removeAll(setByThePlatform);

        assertThat(inTheCode).hasSizeGreaterThan(15);
        inTheCode.removeAll(known().names());
        assertThat(inTheCode).as("read by the code and not explained").isEmpty();
        String allCode = sources().stream().map(KnownVariablesTest::text).collect(Collectors.joining());
        assertThat(known().names())
                .filteredOn(name -> !allCode.contains('"' + name + '"'))
                .containsExactly("QUARKUS_FUNQY_EXPORT");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static KnownVariables known() throws IOException {
        return KnownVariables.of(Files.readString(Path.of(".env.example")));
    }
}
