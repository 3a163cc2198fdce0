package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Distinguishes what a machine generated from what a person wrote. */
final class Randomness {
    private static final Pattern HEX =
            Pattern.compile("(?<![A-Za-z0-9])(?:[0-9a-f]{32,}|[0-9A-F]{32,})(?![A-Za-z0-9])");
    private static final int LONGEST_WORD = 24;
    private static final int LEAST = 20;

    private Randomness() {}

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
