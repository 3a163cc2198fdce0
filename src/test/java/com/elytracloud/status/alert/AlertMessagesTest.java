package com.elytracloud.status.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.Alert.Kind;
import com.elytracloud.status.domain.AlertType;

import static org.assertj.core.api.Assertions.assertThat;

class AlertMessagesTest {
    private static final ResourceBundle EN = bundle("alert", "en");
    private static final ResourceBundle DE = bundle("alert", "de");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern COMMAND = Pattern.compile("\"elytra [^\"]+\"");
    private static final Pattern PUBLIC_WORD = Pattern.compile("[\"„]([^\"“]+)[\"“]");
    private static final Pattern IN_JAVA = Pattern.compile("\\b(?:text\\(texts, |getString\\()\"([\\w.]+\\w)\"");

    @Test
    void everyLanguageHasTheSameKeysPlaceholdersAndCommands() {
        assertThat(DE.keySet()).isEqualTo(EN.keySet());
        for (String key : EN.keySet()) {
            for (Pattern same : List.of(PLACEHOLDER, COMMAND)) {
                assertThat(found(same, DE.getString(key))).as(key).isEqualTo(found(same, EN.getString(key)));
            }
        }
    }

    @Test
    void everyKeyThatIsUsedExistsAndEveryKeyIsUsed() throws IOException {
        Set<String> used = Stream.concat(
                        Arrays.stream(AlertType.values()).flatMap(type -> Stream.of("happened", "visitors", "first")
                                .map(part -> lower(type) + part)),
                        Arrays.stream(Kind.values())
                                .map(kind -> "title." + kind.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String source : List.of("AlertText")) {
            String code = Files.readString(Path.of("src/main/java/com/elytracloud/status/alert", source + ".java"));
            IN_JAVA.matcher(code).results().forEach(match -> used.add(match.group(1)));
        }

        assertThat(EN.keySet()).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aQuotedWordIsWhatTheSiteShows(String language) {
        ResourceBundle site = bundle("site", language);
        Set<String> shown = site.keySet().stream().map(site::getString).collect(Collectors.toSet());
        ResourceBundle alerts = bundle("alert", language);

        Set<String> quoted = alerts.keySet().stream()
                .map(key -> COMMAND.matcher(alerts.getString(key)).replaceAll(""))
                .flatMap(text -> PUBLIC_WORD.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(quoted).hasSizeGreaterThan(5).isSubsetOf(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyTitleIsShort(String language) {
        ResourceBundle texts = bundle("alert", language);

        assertThat(AlertType.values())
                .extracting(type -> texts.getString(lower(type) + "happened"))
                .allSatisfy(title -> assertThat(title).hasSizeLessThan(80).doesNotEndWith("."));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static String lower(AlertType type) {
        return type.name().toLowerCase(Locale.ROOT) + ".";
    }

    private static ResourceBundle bundle(String part, String language) {
        return ResourceBundle.getBundle(
                "com.elytracloud.status.%s.messages".formatted(part), Locale.forLanguageTag(language));
    }
}
