package com.elytracloud.status.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into its words, small; what stands between them does not matter. */
final class Words {
    private final String text;
    private int at;

    Words(String plainText) {
        this.text = plainText;
    }

    static List<String> of(String plainText) {
        List<String> all = new ArrayList<>();
        Words words = new Words(plainText);
        for (String word = words.next(); word != null; word = words.next()) {
            all.add(word);
        }
        return all;
    }

    /** The next word; null at the end. */
    String next() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int start = at;
            at += Character.charCount(c);
            if (standsAlone(c)) {
                return text.substring(start, at);
            }
            if (Character.isLetterOrDigit(c)) {
                return rest(start);
            }
        }
        return null;
    }

    private String rest(int start) {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!Character.isLetterOrDigit(c) || standsAlone(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    // Scripts that put no blank between words, and pictures.
    private static boolean standsAlone(int c) {
        return c > 0xFF
                && (Character.getType(c) == Character.OTHER_SYMBOL
                        || Character.isIdeographic(c)
                        || switch (Character.UnicodeScript.of(c)) {
                            case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                            default -> false;
                        });
    }
}
