package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Distinguishes a password or a key from what sentences say about passwords, and from names of products. */
final class Credentials {
    private static final Pattern HEX =
            Pattern.compile("(?<![A-Za-z0-9])(?:[0-9a-f]{32,}|[0-9A-F]{32,})(?![A-Za-z0-9])");
    private static final int LONGEST_WORD = 24;
    private static final int LEAST = 20;

    private Credentials() {}

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

    /** Whether what follows {@code Basic} or {@code Bearer} is no word, nor the name of a product. */
    static boolean isHttpCredential(String credential) {
        String token = credential.replaceFirst("(?i)^(?:basic|bearer)[ :]\\s*", "");
        boolean isShort = credential.toLowerCase(Locale.ROOT).startsWith("basic") && token.length() < LEAST;
        return token.endsWith("=")
                || isUserAndPassword(token)
                || (token.length() > LONGEST_WORD && !token.contains("-"))
                || (!isShort && isMixed(token));
    }

    // Figures at the end are a year or a number of a series.
    private static boolean isMixed(String token) {
        String core = token.replaceFirst("(?<!\\d)\\d{1,4}$", "");
        return core.matches("(?=.*[0-9]).*[A-Za-z].*")
                || core.matches(".*[a-z][A-Z].*[a-z][A-Z].*|.*[A-Z]{2}.*[a-z]{2}.*[A-Z]{2}.*");
    }

    private static boolean isUserAndPassword(String token) {
        try {
            String decoded = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            return decoded.matches("[ -~]*:[ -~]*");
        } catch (IllegalArgumentException e) {
            return false; // not Base64, so no user and password
        }
    }

    /** Whether a long run of letters and digits changes between them as only chance does. */
    static boolean isToken(String token) {
        String core = token.replaceAll("[^A-Za-z0-9]", "");
        boolean hasFigures = core.matches(".*[0-9].*");
        long kinds = Stream.of(".*[a-z].*", ".*[A-Z].*", ".*[0-9].*")
                .filter(core::matches)
                .count();
        if (core.length() < LEAST || kinds < 2) {
            return false;
        }
        if (HEX.matcher(token).find() && core.matches(".*[A-Za-z].*")) {
            return true;
        }
        long changes =
                IntStream.range(1, core.length()).filter(i -> isChange(core, i)).count();
        double share = changes / (core.length() - 1.0);
        boolean isUnbroken = core.length() == token.length();
        return kinds == 3 ? share >= 0.25 : isUnbroken && (hasFigures ? changes >= 4 && share >= 0.2 : share >= 0.3);
    }

    // A capital at the beginning of a word is no change: names of products are written like that.
    private static boolean isChange(String core, int i) {
        char before = core.charAt(i - 1);
        boolean beginsWord = Character.isUpperCase(before)
                && Character.isLowerCase(core.charAt(i))
                && (i < 2 || !Character.isUpperCase(core.charAt(i - 2)));
        return Character.getType(core.charAt(i)) != Character.getType(before) && !beginsWord;
    }
}
