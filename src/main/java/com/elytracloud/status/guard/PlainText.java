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
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.append(shown(c)));
        return clean.toString();
    }

    private static String shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> c == '\n' ? "\n" : " ";
            case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(c, 10));
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> "";
            default ->
                switch (c) {
                    case 0x3002, 0x2024, 0x00B7, 0x2219, 0x22C5 -> ".";
                    case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> "-";
                    case 0x2044, 0x2215, 0x29F8 -> "/";
                    case 0x2236, 0xA789, 0x02D0 -> ":";
                    // Letters by their class, yet without any shape: the Hangul fillers.
                    case 0x115F, 0x1160, 0x3164, 0xFFA0 -> "";
                    default -> Character.toString(c);
                };
        };
    }
}
