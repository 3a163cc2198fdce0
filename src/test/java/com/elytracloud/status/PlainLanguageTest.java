package com.elytracloud.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Comments, strings and docs use the field's standard terms: the words of this list are not among them. */
class PlainLanguageTest {
    /** What must not appear, and what to write in its place. */
    private static final Map<String, String> PLAIN_WORDS = Map.ofEntries(
            Map.entry(
                    "(?<!in |of |more |less |resident |heap )\\bmemory\\b(?!_| failed| limit| size| of (a|the) process)",
                    "state"),
            Map.entry("remembers?\\b|remembered|forgets?\\b|forgotten", "store; drop"),
            Map.entry("looks (at|for|into)\\b|\\b(a|one|each|every|this|the) looks?\\b", "check, scan"),
            Map.entry("survey\\w*|\\bsight(s|ing)?\\b", "scan; observation"),
            Map.entry("\\btells?\\b|\\btold\\b|\\btelling\\b|\\bsays? to\\b", "report, notify"),
            Map.entry("\\bspeaks? for\\b", "apply to"),
            Map.entry("\\bjudg\\w*", "evaluate; verdict"),
            Map.entry("\\blies? (in|on|at|there|under|beside)\\b", "is stored in"),
            Map.entry("\\banew\\b", "again"),
            Map.entry("\\bheed\\w*", "honour, support"),
            Map.entry("\\bat once\\b", "immediately; in one request"),
            Map.entry("\\b(alarm|error count|alert)s? rings?\\b|\\brings\\b", "fires"),
            Map.entry("\\bmend\\w*", "fix"),
            Map.entry("\\bgives? way\\b|\\byields? to\\b", "loses the race; is superseded"),
            Map.entry("\\bcanar(y|ies)\\b|\\binside words?\\b", "sensitive value; internal name"),
            Map.entry("\\btroubles?\\b", "alert; incident"),
            Map.entry("\\bremarks?\\b", "warning"),
            Map.entry("\\bprobe object\\b", "test object"),
            Map.entry("\\brehears\\w*", "warm up"),
            Map.entry("\\bto be had\\b|\\bto be told\\b|\\bwhoever\\b", "available; to report; anyone who"),
            Map.entry("\\bbeside\\b", "in addition to, next to"),
            Map.entry("\\bfor ever\\b", "permanently; until it is removed"));

    private static final List<String> DOCS =
            List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs", "infra");

    private static final Path SETTINGS = Path.of(".env.example");

    /** Records of what was decided at the time keep their words. */
    private static final Path RECORDS = Path.of("docs", "decisions");

    /** Names in code are not prose. */
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);

    private static final Pattern JAVA_TEXT = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])'", Pattern.DOTALL);

    /** The name of a record's component, after its tag or as a string of its own, is code and not prose. */
    private static final Pattern COMPONENT_NAME = Pattern.compile("@param \\w+|^\"\\w+\"$");

    @Test
    void everyTextUsesStandardTerms() {
        List<String> found = new ArrayList<>();
        files(Path.of("src/main"), ".java").forEach(file -> JAVA_TEXT
                .matcher(read(file))
                .results()
                .map(text -> COMPONENT_NAME.matcher(text.group()).replaceAll(""))
                .forEach(text -> found.addAll(oldWords(file, text))));
        Stream.concat(DOCS.stream().flatMap(name -> files(Path.of(name), ".md")), Stream.of(SETTINGS))
                .filter(file -> !file.startsWith(RECORDS))
                .forEach(file ->
                        found.addAll(oldWords(file, CODE.matcher(read(file)).replaceAll(""))));

        assertThat(found).as("words that a newcomer stumbles over").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "the backups are judged by their age, evaluate; verdict",
        "what the memory held, state",
        "so that the alarm rings, fires",
        "published at once, immediately; in one request",
    })
    void anOldPhraseIsFoundWithItsReplacement(String phrase, String replacement) {
        assertThat(oldWords(Path.of("Example.java"), phrase))
                .singleElement()
                .asString()
                .contains(replacement);
    }

    private static List<String> oldWords(Path file, String text) {
        List<String> found = new ArrayList<>();
        PLAIN_WORDS.forEach((words, plain) -> {
            Matcher matcher = Pattern.compile(words, Pattern.CASE_INSENSITIVE).matcher(text);
            while (matcher.find()) {
                found.add("%s: '%s': write %s".formatted(file, context(text, matcher), plain));
            }
        });
        return found;
    }

    private static String context(String text, Matcher matcher) {
        int from = Math.max(0, matcher.start() - 30);
        int to = Math.min(text.length(), matcher.end() + 30);
        return text.substring(from, to).replaceAll("\\s+", " ").strip();
    }

    private static Stream<Path> files(Path root, String suffix) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
