package com.elytracloud.status.guard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the configured secrets, encoded or not, and any part of one that is long enough to be no accident. */
final class SecretScan {
    /** So many characters of a secret in a row, whatever stands around them. */
    private static final int PART = 12;
    /** A shorter value is no secret but a mistake, and stands everywhere. */
    private static final int LEAST = 4;

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> parts = new HashSet<>();
    private final Set<String> bareParts = new HashSet<>();
    private final Set<Pattern> wholes = new HashSet<>();

    SecretScan(Collection<String> secrets) {
        secrets.forEach(this::add);
    }

    /** Whether a text that hides nothing any more holds a secret or a part of one. */
    boolean finds(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return holdsPart(small, parts)
                || holdsPart(bare(small), bareParts)
                || wholes.stream().anyMatch(whole -> whole.matcher(small).find());
    }

    private void add(String value) {
        // Every address begins alike.
        String secret = SCHEME.matcher(PlainText.of(value)).replaceFirst("");
        if (secret.length() >= PART) {
            addParts(small(secret), parts);
            addParts(bare(small(secret)), bareParts);
            addParts(small(URLEncoder.encode(secret, StandardCharsets.UTF_8)), parts);
            addBase64(secret);
        } else if (secret.length() >= LEAST) {
            wholes.add(Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(small(secret)) + "(?![\\p{L}\\p{N}])"));
        }
    }

    // What stands before a secret decides how its bytes fall on the characters: there are three ways.
    private void addBase64(String secret) {
        for (int before = 0; before < 3; before++) {
            byte[] bytes = (" ".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            String own = encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 1);
            addParts(small(own), parts);
            addParts(small(own.replace('+', '-').replace('/', '_')), parts);
        }
    }

    private static void addParts(String text, Set<String> parts) {
        for (int i = 0; i + PART <= text.length(); i++) {
            parts.add(text.substring(i, i + PART));
        }
    }

    private static boolean holdsPart(String text, Set<String> parts) {
        for (int i = 0; i + PART <= text.length() && !parts.isEmpty(); i++) {
            if (parts.contains(text.substring(i, i + PART))) {
                return true;
            }
        }
        return false;
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return PUNCTUATION.matcher(text).replaceAll("");
    }
}
