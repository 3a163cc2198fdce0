package com.elytracloud.status.site;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.PlatformStatus;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LanguageTest {
    private static final Language EN = Language.EN;
    private static final Language DE = Language.DE;
    private static final Pattern IN_TEMPLATE = Pattern.compile("msg:(\\w+)");
    private static final Pattern IN_JAVA =
            Pattern.compile("(?:words|language)(?:\\(\\))?\\.(?:text|getString)\\(\\s*\"(\\w+)\"");

    /** Each kind of words and the constants that have one. */
    private static final Map<String, List<Enum<?>>> WORDS = Map.of(
            "headline", List.of(Headline.values()),
            "badge", List.of(Headline.values()),
            "status", List.of(ComponentStatus.values()),
            "measured", List.of(PlatformStatus.values()),
            "backup", List.of(BackupStatus.values()),
            "progress",
                    Stream.<Enum<?>>concat(Stream.of(Incident.Status.values()), Stream.of(Maintenance.Status.values()))
                            .toList());

    @Test
    void everyLanguageHasTheSameKeysAndPlaceholders() {
        assertThat(DE.all("").keySet()).isEqualTo(EN.all("").keySet());
        EN.all("").forEach((key, text) -> {
            for (String placeholder : Set.of("{0}", "{1}", "{2}", "{}")) {
                assertThat(DE.all("").get(key).contains(placeholder))
                        .as("%s in %s", placeholder, key)
                        .isEqualTo(text.contains(placeholder));
            }
        });
    }

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        Set<String> missing = used();
        missing.removeAll(EN.all("").keySet());
        missing.removeAll(WORDS.keySet());

        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        String sources = sources();
        Set<String> unused = EN.all("").keySet().stream()
                .filter(key -> !sources.contains("msg:" + key) && !sources.contains("\"" + key + "\""))
                .filter(key -> !sources.contains("\"" + key.replaceAll("(One|Many)$", "") + "\""))
                .filter(key -> !sources.contains("'" + key.replaceAll("(One|Many)$", "") + "'"))
                .filter(key -> !WORDS.containsKey(key.replaceAll("\\..*", "")))
                .filter(key -> !isUsedByTheCard(key, sources))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyConstantHasItsWordAndNothingElseHas() {
        WORDS.forEach(
                (kind, constants) -> assertThat(EN.all("").keySet().stream().filter(key -> key.startsWith(kind + ".")))
                        .as(kind)
                        .containsExactlyInAnyOrderElementsOf(constants.stream()
                                .map(each -> kind + "." + each.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    @Test
    void anUnknownKeyIsAnError() {
        assertThatThrownBy(() -> EN.text("nosuch")).hasMessageContaining("nosuch");
    }

    @Test
    void aValueIsInsertedAsItIs() {
        assertThat(EN.text("affected", "{1}", "{0}$1")).isEqualTo("{1}: {0}$1");
    }

    @Test
    void numbersAndTimesFollowTheLanguage() {
        assertThat(EN.percent(new BigDecimal("99.98"))).isEqualTo("99.98%");
        assertThat(DE.percent(new BigDecimal("99.98"))).isEqualTo("99,98\u00a0%");
        assertThat(EN.percent(null)).isEqualTo("–");
        assertThat(EN.wholePercent(new BigDecimal("0.999"))).isEqualTo("99%");
        assertThat(EN.minute(NOW)).isEqualTo("29 Feb 2028, 23:59 UTC");
        assertThat(DE.minute(NOW)).isEqualTo("29. Feb. 2028, 23:59 UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "PT20S, 1 min",
        "PT59M, 59 min",
        "PT2H, 2 h",
        "PT2H5M, 2 h 5 min",
        "PT47H59M, 47 h 59 min",
        "P2D, 2 days"
    })
    void aDurationIsRoundedToWhatAReaderNeeds(Duration duration, String text) {
        assertThat(EN.duration(duration)).isEqualTo(text);
    }

    // The card derives some of its keys from states and from the names of figures.
    private static boolean isUsedByTheCard(String key, String sources) {
        String name = key.replaceFirst("^card\\.", "");
        return key.startsWith("card.")
                && (sources.contains(name)
                        || name.endsWith("-hint")
                        || name.startsWith("measured-")
                        || sources.contains(name.replace('-', '_')));
    }

    private static Set<String> used() throws IOException {
        String sources = sources();
        return Stream.of(IN_TEMPLATE, IN_JAVA)
                .flatMap(pattern -> pattern.matcher(sources).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : Set.of(
                "java/com/elytracloud/status/site",
                "java/com/elytracloud/status/config",
                "resources/templates",
                "resources/com/elytracloud/status/site")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main", folder))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)
                        .filter(each -> !each.toString().endsWith(".properties"))::iterator) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
