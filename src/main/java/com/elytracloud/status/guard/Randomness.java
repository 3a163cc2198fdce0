package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Distinguishes what a machine generated from what a person wrote. */
final class Randomness {
    private static final Pattern HEX =
            Pattern.compile(".*(?<![A-Za-z0-9])(?:[0-9a-f]{32,}|[0-9A-F]{32,})(?![A-Za-z0-9]).*");
    private static final int LONGEST_WORD = 24;
    private static final int LEAST = 20;

    private Randomness() {}

    /** Whether what follows {@code Basic} or {@code Bearer} is no word, nor the name of a product. */
    static boolean isHttpCredential(String credential) {
        String token = credential.replaceFirst("(?i)^(?:basic|bearer)[ :]\\s*", "");
        boolean basic = credential.regionMatches(true, 0, "basic", 0, "basic".length());
        return token.endsWith("=")
                || isUserAndPassword(token)
                || (token.length() > LONGEST_WORD && !token.contains("-"))
                || (!(basic && token.length() < LEAST) && isMixed(token));
    }

    // Figures at the end are a year or a number of a series.
    private static boolean isMixed(String token) {
        String core = token.replaceFirst("(?<!\\d)\\d{1,4}$", "");
        boolean figuresWithin = core.matches(".*[0-9].*") && core.matches(".*[A-Za-z].*");
        boolean capitalsWithin =
                core.matches(".*[a-z][A-Z].*[a-z][A-Z].*") || core.matches(".*[A-Z]{2}.*[a-z]{2}.*[A-Z]{2}.*");
        return figuresWithin || capitalsWithin;
    }

    private static boolean isUserAndPassword(String token) {
        try {
            String decoded = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            return decoded.contains(":") && decoded.chars().allMatch(c -> c >= ' ' && c <= '~');
        } catch (IllegalArgumentException e) {
            return false; // not Base64, so no user and password
        }
    }

    /** Whether a long run of letters and digits changes between them as only chance does. */
    static boolean isToken(String token) {
        String core = token.replaceAll("[^A-Za-z0-9]", "");
        int kinds = kinds(core);
        if (core.length() < LEAST || kinds < 2) {
            return false;
        }
        if (HEX.matcher(token).matches() && core.chars().anyMatch(Character::isLetter)) {
            return true;
        }
        int changes = changes(core);
        double share = changes / (core.length() - 1.0);
        boolean isUnbroken = core.length() == token.length();
        boolean hasFigures = core.matches(".*[0-9].*");
        return kinds == 3 ? share >= 0.25 : isUnbroken && (hasFigures ? changes >= 4 && share >= 0.2 : share >= 0.3);
    }

    private static int kinds(String core) {
        return (core.matches(".*[a-z].*") ? 1 : 0)
                + (core.matches(".*[A-Z].*") ? 1 : 0)
                + (core.matches(".*[0-9].*") ? 1 : 0);
    }

    // A capital at the beginning of a word is no change: names of products are written like that.
    private static int changes(String core) {
        int changes = 0;
        for (int i = 1; i < core.length(); i++) {
            boolean changed = Character.getType(core.charAt(i)) != Character.getType(core.charAt(i - 1));
            boolean beginsWord = Character.isUpperCase(core.charAt(i - 1))
                    && Character.isLowerCase(core.charAt(i))
                    && (i < 2 || !Character.isUpperCase(core.charAt(i - 2)));
            if (changed && !beginsWord) {
                changes++;
            }
        }
        return changes;
    }
}
