package com.elytracloud.status.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every pair of colours that meet, read from the style sheets themselves (WCAG 2.2: 1.4.3 and 1.4.11). */
class ContrastTest {
    private static final double TEXT = Contrast.TEXT;
    private static final double MARK = 3;
    private static final List<String> STATES =
            Stream.of(StatusStyle.values()).map(StatusStyle::key).toList();
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):(#[0-9a-f]{6})[;}]");
    private static final Pattern ANY_COLOUR = Pattern.compile("(?<![&%\\w])#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsl");

    /** What stands on what. A state's own colour is both text and mark, on cards and on its tint. */
    static Stream<Arguments> pairs() {
        Stream<Arguments> page = Stream.of("light", "dark").flatMap(theme -> {
            Map<String, String> colours = pageColours(theme);
            Stream<Arguments> text = Stream.of("ink", "muted", "link")
                    .flatMap(ink -> Stream.of("page", "surface", "maintenance-tint")
                            .map(paper -> pair("page " + theme, ink, paper, colours, TEXT)));
            Stream<Arguments> states = STATES.stream()
                    .flatMap(state -> Stream.of(
                            pair("page " + theme, state, "surface", colours, TEXT),
                            pair("page " + theme, state, state + "-tint", colours, MARK),
                            pair("page " + theme, "ink", state + "-tint", colours, TEXT),
                            pair("page " + theme, "muted", state + "-tint", colours, TEXT)));
            return Stream.concat(text, states);
        });
        Stream<Arguments> card = Stream.of("light", "dark").flatMap(theme -> {
            Map<String, String> colours = cardColours(theme);
            return Stream.concat(
                    Stream.of("ink", "muted", "link").map(ink -> pair("card " + theme, ink, "surface", colours, TEXT)),
                    STATES.stream().map(state -> pair("card " + theme, state, "surface", colours, MARK)));
        });
        Stream<Arguments> badge = Stream.of(StatusStyle.values())
                .map(style -> arguments("badge", style.key(), "#ffffff", "#" + style.colour(), TEXT));
        return Stream.of(page, card, badge).flatMap(stream -> stream);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairs")
    void isEnough(String where, String what, String ink, String paper, double least) {
        assertThat(Contrast.of(ink, paper)).as(where + ": " + what).isGreaterThanOrEqualTo(least);
    }

    @Test
    void picturesHaveTheColoursOfThePageByDay() {
        for (StatusStyle style : StatusStyle.values()) {
            assertThat(pageColours("light")).containsEntry(style.key(), "#" + style.colour());
        }
        assertThat(Resources.text("/templates/badge.svg")).contains("fill=\"#3b4252\"");
        assertThat(Contrast.of("#ffffff", "#3b4252")).isGreaterThanOrEqualTo(TEXT);
    }

    @Test
    void noColourIsUsedThatHasNoName() {
        String css = Resources.text("page.css").replaceAll("--[a-z-]+:#[0-9a-f]{6}", "");
        String card = Resources.text("status-card.js")
                .replaceAll("--shade:[^;`]*", "")
                .replaceAll("--[a-z-]+:#[0-9a-f]{6}", "")
                .replaceAll("this\\.#|\\?\\.#|#[a-z]+(?=[ (;=?.])", "");

        assertThat(ANY_COLOUR.matcher(css).results().map(m -> m.group())).isEmpty();
        assertThat(ANY_COLOUR.matcher(card).results().map(m -> m.group())).isEmpty();
    }

    @Test
    void theAccentIsCheckedAgainstThePagesOwnColours() {
        assertThat(pageColours("light")).containsEntry("page", Contrast.LIGHT);
        assertThat(pageColours("dark")).containsEntry("surface", Contrast.DARK);
    }

    private static Arguments pair(String where, String ink, String paper, Map<String, String> colours, double least) {
        return arguments(where, ink + " on " + paper, colours.get(ink), colours.get(paper), least);
    }

    private static Map<String, String> pageColours(String theme) {
        String css = Resources.text("page.css");
        int dark = css.indexOf("@media screen and (prefers-color-scheme:dark)");
        return colours(theme.equals("dark") ? css.substring(dark, css.indexOf("}}", dark)) : css.substring(0, dark));
    }

    private static Map<String, String> cardColours(String theme) {
        String script = Resources.text("status-card.js");
        int start = script.indexOf(theme.equals("dark") ? "const DARK = `" : "const LIGHT = `");
        return colours(script.substring(start, script.indexOf("`;", start)));
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        assertThat(colours).isNotEmpty();
        return colours;
    }
}
