package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Finds the configured secrets in a text: as they are, in Base64, URL-encoded, or escaped.
 *
 * @param all finds each part of each secret
 * @param distinctive finds those that could not stand in a public text by chance
 * @param countCommon how many secrets, URLs apart, are not searched for in public texts because an ordinary text could
 *     hold them
 */
record SecretFinder(List<Predicate<String>> all, List<Predicate<String>> distinctive, int countCommon) {
    /** A shorter value is found only where it stands alone. */
    private static final int LONG = 8;

    private static final int SHORTEST = 4;
    /** A segment of a URL's path from this length on is a secret by itself. */
    private static final int LONG_SEGMENT = 16;

    private static final Pattern URL =
            Pattern.compile("(?is)[a-z][a-z0-9+.-]*://(?:([^/@?#]*)@)?[^/?#]*/*([^?#]*)(?:\\?([^#]*))?.*");
    /** Values that public texts may hold by chance: words, and numbers such as a date. */
    private static final Pattern COMMON = Pattern.compile("[\\p{L} ._/-]{1,15}|[\\d.:-]{1,11}");

    /**
     * @param secrets what must not be shown to anybody
     * @param publicAddresses what everybody may see
     */
    static SecretFinder of(Collection<String> secrets, Collection<String> publicAddresses) {
        Predicate<String> isDistinctive = piece -> piece.length() >= LONG
                && !COMMON.matcher(piece).matches()
                && publicAddresses.stream().noneMatch(address -> lower(address).contains(lower(piece)));
        List<String> pieces = secrets.stream()
                .flatMap(SecretFinder::split)
                .filter(piece -> piece != null && piece.length() >= SHORTEST)
                .distinct()
                .toList();
        long common = secrets.stream()
                .filter(secret -> !secret.isEmpty() && !URL.matcher(secret).matches() && !isDistinctive.test(secret))
                .count();
        return new SecretFinder(
                pieces.stream().map(SecretFinder::finder).toList(),
                pieces.stream().filter(isDistinctive).map(SecretFinder::finder).toList(),
                (int) common);
    }

    /** Whether a text for the operator contains any secret. */
    boolean finds(String text) {
        return holds(text, all);
    }

    /** Whether a public text holds a secret that could not stand there by chance. */
    boolean findsInPublic(String text) {
        return holds(text, distinctive);
    }

    private static boolean holds(String text, List<Predicate<String>> searched) {
        String decoded = PlainText.decoded(text);
        return searched.stream().anyMatch(piece -> piece.test(text) || piece.test(decoded));
    }

    // Scheme and host of an address are not secret, and public addresses share them.
    private static Stream<String> split(String secret) {
        Matcher url = URL.matcher(secret);
        if (!url.matches()) {
            return Stream.of(secret);
        }
        String user = url.group(1);
        String password = user == null ? null : user.substring(user.indexOf(':') + 1);
        Stream<String> segments =
                Arrays.stream(url.group(2).split("/")).filter(segment -> segment.length() >= LONG_SEGMENT);
        return Stream.concat(Stream.of(user, password, url.group(2), url.group(3)), segments);
    }

    private static Predicate<String> finder(String piece) {
        if (piece.length() < LONG) {
            return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(piece) + "(?![\\p{L}\\p{N}])")
                    .asPredicate();
        }
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(piece));
        List<String> forms = Stream.concat(Stream.of(piece, escaped), base64(piece))
                .distinct()
                .toList();
        return text -> forms.stream().anyMatch(text::contains);
    }

    // What stands before a secret decides how its bytes fall on the characters: there are three ways.
    private static Stream<String> base64(String piece) {
        return IntStream.range(0, 3).boxed().flatMap(before -> {
            byte[] bytes = (" ".repeat(before) + piece).getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            String own = encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 1);
            return Stream.of(own, own.replace('+', '-').replace('/', '_'));
        });
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
