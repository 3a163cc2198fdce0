package com.elytracloud.status.guard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as a reader sees it: one form of each character, nothing invisible, one kind of blank. */
final class PlainText {
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    /** What is shown in place of each of these characters; the Hangul fillers are letters without any shape. */
    private static final Map<Pattern, String> SHOWN = Map.of(
            Pattern.compile("[\\p{Cc}\\p{Z}&&[^\n]]"), " ",
            Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Me}\\u115F\\u1160\\u3164\\uFFA0]"), "",
            Pattern.compile("[\\u3002\\u2024\\u00B7\\u2219\\u22C5]"), ".",
            Pattern.compile("[\\u2010-\\u2015\\u2212]"), "-",
            Pattern.compile("[\\u2044\\u2215\\u29F8]"), "/",
            Pattern.compile("[\\u2236\\uA789\\u02D0]"), ":");

    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[xX]([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z]{2,8}));?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|[nrt])");

    /** Each name of an entity with its character behind it. */
    private static final String NAMED = "amp& lt< gt> quot\" apos' nbsp\u00a0 shy\u00ad zwj\u200d zwnj\u200c period."
            + " colon: commat@ sol/ lowbar_ hyphen- equals=";

    private static final Map<String, String> ENTITIES = Arrays.stream(NAMED.split(" "))
            .collect(Collectors.toMap(each -> each.replaceFirst(".$", ""), each -> each.replaceFirst(".*(?=.)", "")));

    private PlainText() {}

    /** The text without what hides a match from a pattern. */
    static String of(String text) {
        // Compatibility forms may bring blanks and marks of their own.
        return cleaned(Normalizer.normalize(cleaned(text), Normalizer.Form.NFKC));
    }

    /** The text with percent encoding, entities and backslash escapes decoded once. */
    static String decoded(String text) {
        String decoded = PERCENT.matcher(text)
                .replaceAll(run -> Matcher.quoteReplacement(URLDecoder.decode(run.group(), StandardCharsets.UTF_8)));
        decoded = ENTITY.matcher(decoded).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
        return ESCAPE.matcher(decoded).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    /** What an entity or an escape stands for: group 1 is hexadecimal, group 2 too in an escape, group 3 a name. */
    private static String character(MatchResult found) {
        boolean isEntity = found.groupCount() == 3;
        if (isEntity && found.group(3) != null) {
            return ENTITIES.getOrDefault(found.group(3).toLowerCase(Locale.ROOT), found.group());
        }
        String digits = found.group(1) == null ? found.group(2) : found.group(1);
        if (digits == null) {
            return "\n";
        }
        int c = Integer.parseInt(digits, isEntity && found.group(1) == null ? 10 : 16);
        return Character.isValidCodePoint(c) ? Character.toString(c) : found.group();
    }

    private static String cleaned(String text) {
        String clean = DIGIT.matcher(text)
                .replaceAll(
                        digit -> String.valueOf(Character.digit(digit.group().codePointAt(0), 10)));
        for (Map.Entry<Pattern, String> each : SHOWN.entrySet()) {
            clean = each.getKey().matcher(clean).replaceAll(each.getValue());
        }
        return clean;
    }
}
