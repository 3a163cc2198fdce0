package com.elytracloud.status.guard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text as a reader sees it: one form of each character, nothing invisible, one kind of blank. */
final class PlainText {
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[xX]([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z]{2,8}));?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|[nrt])");
    /** Each name of an entity with its character behind it. */
    private static final Map<String, String> NAMED = Stream.of(
                    "amp&",
                    "lt<",
                    "gt>",
                    "quot\"",
                    "apos'",
                    "nbsp ",
                    "shy\u00ad",
                    "zwj\u200d",
                    "zwnj\u200c",
                    "period.",
                    "colon:",
                    "commat@",
                    "sol/",
                    "lowbar_",
                    "hyphen-",
                    "equals=")
            .collect(Collectors.toMap(
                    entity -> entity.substring(0, entity.length() - 1),
                    entity -> entity.substring(entity.length() - 1)));

    private PlainText() {}

    /** The text without what hides a match from a pattern. */
    static String of(String text) {
        // Compatibility forms may bring blanks and marks of their own.
        return cleaned(Normalizer.normalize(cleaned(text), Normalizer.Form.NFKC));
    }

    /** The text with percent encoding, entities and backslash escapes decoded once. */
    static String decoded(String text) {
        String decoded = PERCENT.matcher(text).replaceAll(PlainText::percent);
        decoded = ENTITY.matcher(decoded).replaceAll(PlainText::entity);
        return ESCAPE.matcher(decoded).replaceAll(PlainText::escape);
    }

    private static String percent(MatchResult run) {
        return Matcher.quoteReplacement(URLDecoder.decode(run.group(), StandardCharsets.UTF_8));
    }

    private static String escape(MatchResult found) {
        String hex = found.group(1) == null ? found.group(2) : found.group(1);
        return hex == null ? "\n" : Matcher.quoteReplacement(Character.toString(Integer.parseInt(hex, 16)));
    }

    private static String entity(MatchResult entity) {
        String whole = entity.group();
        if (entity.group(3) != null) {
            return Matcher.quoteReplacement(NAMED.getOrDefault(entity.group(3).toLowerCase(Locale.ROOT), whole));
        }
        int codePoint =
                entity.group(1) == null ? Integer.parseInt(entity.group(2)) : Integer.parseInt(entity.group(1), 16);
        return Matcher.quoteReplacement(Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : whole);
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(c, clean));
        return clean.toString();
    }

    private static void append(int c, StringBuilder clean) {
        if (c == '\n') {
            clean.append('\n');
        } else if (Character.isISOControl(c) || Character.isSpaceChar(c)) {
            clean.append(' ');
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            clean.append(Character.digit(c, 10));
        } else if (!isInvisible(c)) {
            clean.appendCodePoint(lookalike(c));
        }
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            // Letters by their class, yet without any shape: the Hangul fillers.
            default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
        };
    }

    private static int lookalike(int c) {
        return switch (c) {
            case 0x3002, 0x2024, 0x00B7, 0x2219, 0x22C5 -> '.';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
            case 0x2044, 0x2215, 0x29F8 -> '/';
            case 0x2236, 0xA789, 0x02D0 -> ':';
            default -> c;
        };
    }
}
