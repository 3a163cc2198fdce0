package com.elytracloud.status.guard;

import java.util.Locale;
import java.util.regex.MatchResult;

/** Distinguishes a password from what sentences say about passwords. */
final class Passwords {
    private Passwords() {}

    /** Whether a value cannot be a word: figures or signs among letters, or capitals in its middle. */
    static boolean isStrong(String raw) {
        String value = bare(raw);
        boolean isOrdinary = isPlaceholder(value)
                || value.matches("(?i)oauth2|saml2|2fa|u2f|fido2|tls\\S*|sha\\S*|\\d{1,3}|[\\d/:.,-]{1,5}");
        boolean figures = value.matches(".*\\d.*");
        boolean signs = value.matches(".*[!@#$%^&*+=~?§].*");
        boolean capitals = value.length() >= 8 && value.matches(".*\\p{Ll}\\p{Lu}.*");
        boolean strong = figures || (value.matches(".*\\p{L}.*") && (signs || capitals));
        return !isOrdinary && strong && value.length() >= 4;
    }

    /** For {@code name=value}: group 1 is a name that alone says little, group 2 the value. */
    static boolean isAssignment(MatchResult found) {
        String value = bare(found.group(2));
        return found.group(1) == null ? value.length() >= 3 && !isSaid(value) : isStrong(value);
    }

    /** For "password: value": group 1 is the value. */
    static boolean isPassword(String text, MatchResult found) {
        String connector = text.substring(found.start(), found.start(1));
        boolean explicit = connector.matches("(?is).*(?:[:=>→]|lautet|heißt).*");
        return isStrong(found.group(1)) || (explicit && isLoneWord(found.group(1), text.substring(found.end())));
    }

    /** For "user name password value": group 1 is the name, group 2 the value. */
    static boolean isLogin(String text, MatchResult found) {
        boolean isName =
                !Words.list("connectives").contains(bare(found.group(1)).toLowerCase(Locale.ROOT));
        return isName && (isStrong(found.group(2)) || isLoneWord(found.group(2), text.substring(found.end())));
    }

    // A single word to the end of its clause: nobody writes like that about a password.
    private static boolean isLoneWord(String raw, String after) {
        String value = bare(raw);
        boolean endsClause =
                !raw.equals(stripEnd(raw)) || after.isBlank() || after.matches("(?s) *[\\n,;.!?|<\"'“”»`)].*");
        return endsClause && value.matches("[\\p{L}\\p{N}_-]{3,}") && !isSaid(value);
    }

    private static boolean isSaid(String value) {
        return isPlaceholder(value) || Words.list("password-states").contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlaceholder(String value) {
        return value.matches("(?i)(?:your|dein|ihr|mein|my|tu|votre)[\\p{L}_-]*|[x*.…•-]+|\\$\\{.*|\\{\\{.*|%\\w+%?");
    }

    private static String bare(String value) {
        return stripEnd(value).replaceFirst("^[(\\[{*_`„]+", "");
    }

    private static String stripEnd(String value) {
        return value.replaceFirst("[.,;:)\\]}*_`>|]+$", "");
    }
}
