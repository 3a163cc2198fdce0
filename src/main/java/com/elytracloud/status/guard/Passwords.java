package com.elytracloud.status.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Distinguishes a password from what sentences say about passwords. */
final class Passwords {
    /** What may follow "password:" as a state, in the languages of the texts. */
    private static final Set<String> STATES = words("""
            none no yes not required optional expired reset hidden safe secure valid invalid wrong incorrect missing forgotten
            changed unchanged rotated revoked resolved fixed done ok okay new same private encrypted hashed redacted removed empty
            null true false working broken affected unaffected proof leaked stolen protected sent operational degraded outage
            erforderlich sicher ungültig gültig abgelaufen geändert unverändert vergessen falsch neu nein ja keine kein behoben betroffen
            inchangé inchangés modifié expiré requis obligatoire sécurisé oublié aucun incorrect perdu résolu
            incorrecta incorrecto caducada cambiada olvidada segura ninguna obligatoria resuelto wie folgt""");

    /** Words between "user" and "password" that are no user's name. */
    private static final Set<String> CONNECTIVES = words("""
            ohne mit und oder without with and or whose login account accounts via by to must can cannot may should will who whose name names
            need needs forgot has have had the a an his her their your new old for on in of die der das ihr ihre sein neues altes kann können
            müssen sin con y o sans avec et ou sees gets is are was per page pages form""");

    private Passwords() {}

    /** Whether a value could not be a word: figures or signs among letters, or capitals in its middle. */
    static boolean isStrong(String raw) {
        String value = bare(raw);
        boolean letters = value.matches(".*\\p{L}.*");
        boolean figures = value.matches(".*\\d.*");
        boolean signs = value.matches(".*[!@#$%^&*+=~?§].*");
        boolean capitals = value.length() >= 8 && value.matches(".*\\p{Ll}\\p{Lu}.*");
        if (isPlaceholder(value)
                || value.matches("(?i)oauth2|saml2|2fa|u2f|fido2|tls\\S*|sha\\S*|\\d{1,3}|[\\d/:.,-]{1,5}")) {
            return false;
        }
        return value.length() >= 4 && (letters ? figures || signs || capitals : figures);
    }

    /** Whether it is a single word to the end of its clause, as nobody writes of a password. */
    static boolean isLoneWord(String raw, String after) {
        String value = bare(raw);
        boolean endsClause =
                !raw.equals(stripEnd(raw)) || after.isBlank() || after.matches("(?s)[ ]*[\\n,;.!?|<\"'“”»`)].*");
        return endsClause
                && value.matches("[\\p{L}\\p{N}_-]{3,}")
                && !isPlaceholder(value)
                && !STATES.contains(value.toLowerCase(Locale.ROOT));
    }

    /** Whether it counts after a bare {@code name=}. */
    static boolean isAssigned(String raw) {
        String value = bare(raw);
        return !isPlaceholder(value) && !STATES.contains(value.toLowerCase(Locale.ROOT)) && value.length() >= 3;
    }

    /** Whether it may be the name of a user. */
    static boolean isName(String word) {
        return !CONNECTIVES.contains(bare(word).toLowerCase(Locale.ROOT));
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

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
