package com.elytracloud.status.guard;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the character references of HTML and XML: all numeric ones, and those names that could hide a leak. */
final class Entities {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#[xX]([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z]{2,8}));?");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("shy", ""),
            Map.entry("zwj", ""),
            Map.entry("zwnj", ""),
            Map.entry("period", "."),
            Map.entry("colon", ":"),
            Map.entry("commat", "@"),
            Map.entry("sol", "/"),
            Map.entry("lowbar", "_"),
            Map.entry("hyphen", "-"),
            Map.entry("dash", "-"),
            Map.entry("num", "#"),
            Map.entry("plus", "+"),
            Map.entry("equals", "="),
            Map.entry("percnt", "%"),
            Map.entry("tab", "\t"),
            Map.entry("newline", "\n"));

    private Entities() {}

    /** The text with its references resolved once; unknown names stay as they are. */
    static String decode(String text) {
        return text.indexOf('&') < 0 ? text : REFERENCE.matcher(text).replaceAll(Entities::resolve);
    }

    private static String resolve(MatchResult reference) {
        String whole = reference.group();
        if (reference.group(3) != null) {
            return Matcher.quoteReplacement(
                    NAMED.getOrDefault(reference.group(3).toLowerCase(Locale.ROOT), whole));
        }
        int codePoint = reference.group(1) == null
                ? Integer.parseInt(reference.group(2))
                : Integer.parseInt(reference.group(1), 16);
        return Matcher.quoteReplacement(Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : whole);
    }
}
