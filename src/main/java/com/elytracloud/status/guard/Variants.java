package com.elytracloud.status.guard;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a text says when it is taken as encoded: escapes, percent signs, entities and Base64, also in each other. */
final class Variants {
    private static final int DEEPEST = 3;
    /** Enough for honest texts, which have one or two; who reads so many has not read them all, and refuses. */
    static final int MOST = 400;

    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|u\\{([0-9A-Fa-f]{1,6})}|x([0-9A-Fa-f]{2})|([/nrtbf]))");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{6,}");
    private static final Pattern BASE64_PIECE = Pattern.compile("[A-Za-z0-9+]{6,}");
    /** Without one of these the pieces of a token are the token. */
    private static final Pattern BASE64_SIGN = Pattern.compile("[+/_-]");

    private static final int LEAST_DECODED = 4;

    private Variants() {}

    /**
     * One way to read a text.
     *
     * @param text without anything invisible
     * @param joined whether line breaks were taken out, so that ends and beginnings of lines seem to be one word
     */
    record Variant(String text, boolean joined) {
        // Written out because they are called for each word of a site, before anything is compiled.
        @Override
        public boolean equals(Object other) {
            return other instanceof Variant variant && joined == variant.joined && text.equals(variant.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /** Every way to read a text, itself first; at most {@link #MOST} of them. */
    static List<Variant> of(String text) {
        Map<Variant, Integer> found = new LinkedHashMap<>();
        Queue<Variant> open = new ArrayDeque<>();
        add(new Variant(PlainText.of(text), false), 0, found, open);
        add(new Variant(PlainText.joined(text), true), 0, found, open);
        while (!open.isEmpty() && found.size() < MOST) {
            Variant next = open.remove();
            int depth = found.get(next) + 1;
            if (depth <= DEEPEST) {
                decode(next, depth, found, open);
            }
        }
        return List.copyOf(found.keySet());
    }

    private static void decode(Variant from, int depth, Map<Variant, Integer> found, Queue<Variant> open) {
        String text = from.text;
        if (text.indexOf('%') >= 0) {
            add(from, PERCENT.matcher(text).replaceAll(Variants::percent), depth, found, open);
        }
        if (text.indexOf('\\') >= 0) {
            add(from, ESCAPE.matcher(text).replaceAll(Variants::escape), depth, found, open);
        }
        if (text.indexOf('&') >= 0) {
            add(from, Entities.decode(text), depth, found, open);
        }
        decodeBase64(BASE64, from, depth, found, open);
        if (BASE64_SIGN.matcher(text).find()) {
            decodeBase64(BASE64_PIECE, from, depth, found, open);
        }
    }

    private static void decodeBase64(
            Pattern token, Variant from, int depth, Map<Variant, Integer> found, Queue<Variant> open) {
        Matcher tokens = token.matcher(from.text);
        while (tokens.find() && found.size() < MOST) {
            String decoded = base64(tokens.group());
            if (decoded.length() >= LEAST_DECODED) {
                add(from, decoded, depth, found, open);
            }
        }
    }

    private static void add(Variant from, String decoded, int depth, Map<Variant, Integer> found, Queue<Variant> open) {
        add(new Variant(PlainText.of(decoded), from.joined), depth, found, open);
        add(new Variant(PlainText.joined(decoded), true), depth, found, open);
    }

    private static void add(Variant variant, int depth, Map<Variant, Integer> found, Queue<Variant> open) {
        // Without line breaks both readings are one.
        boolean known = found.containsKey(variant) || found.containsKey(new Variant(variant.text, false));
        if (!known && found.size() < MOST) {
            found.put(variant, depth);
            open.add(variant);
        }
    }

    private static String percent(MatchResult run) {
        String hex = run.group().replace("%", "");
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
    }

    private static String escape(MatchResult escape) {
        if (escape.group(4) != null) {
            return escape.group(4).equals("/") ? "/" : "\n";
        }
        String hex = Stream.of(1, 2, 3)
                .map(escape::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        int codePoint = Integer.parseInt(hex, 16);
        return Matcher.quoteReplacement(
                Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : escape.group());
    }

    // Empty unless the bytes are text: most words of prose are Base64 of nothing.
    private static String base64(String token) {
        String standard = token.replace('-', '+').replace('_', '/');
        int whole = standard.length() % 4 == 1 ? standard.length() - 1 : standard.length();
        byte[] bytes = Base64.getDecoder().decode(standard.substring(0, whole));
        CharBuffer text = CharBuffer.allocate(bytes.length);
        // Asked and not caught: it is the answer for nearly every word of a page, and an exception is slow to make.
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        return result.isError() || text.flip().codePoints().anyMatch(Variants::isNoText) ? "" : text.toString();
    }

    private static boolean isNoText(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }
}
