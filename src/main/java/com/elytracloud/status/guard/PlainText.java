package com.elytracloud.status.guard;

import java.text.Normalizer;

/** Text as a reader's eye takes it: one form of each character, nothing invisible, one kind of blank. */
final class PlainText {
    private PlainText() {}

    /** The text with its line breaks and tabs as blanks. */
    static String of(String text) {
        return isPlain(text) ? text : folded(text, true);
    }

    /** The text as if its line breaks and tabs were not there: they must not part a word from its second half. */
    static String joined(String text) {
        return isPlain(text) ? text : folded(text, false);
    }

    private static String folded(String text, boolean blanks) {
        String folded = Normalizer.normalize(cleaned(text, blanks), Normalizer.Form.NFKC);
        // Compatibility forms may bring blanks and marks of their own.
        return cleaned(folded, blanks).replace("[.]", ".");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '[') {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text, boolean blanks) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> add(c, blanks, clean));
        return clean.toString();
    }

    private static void add(int c, boolean blanks, StringBuilder clean) {
        if (isBreak(c)) {
            clean.append(blanks ? " " : "");
        } else if (Character.isSpaceChar(c)) {
            clean.append(' ');
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            clean.append(Character.digit(c, 10));
        } else if (!isInvisible(c)) {
            clean.appendCodePoint(lookalike(c));
        }
    }

    private static boolean isBreak(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            // Letters by their class, yet without any shape: the Hangul fillers.
            default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
        };
    }

    private static int lookalike(int c) {
        return switch (c) {
            case 0x3002, 0x2024, 0x00B7, 0x2219, 0x22C5 -> '.';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
            case 0x2044, 0x2215, 0x29F8 -> '/';
            case 0x2236, 0xA789, 0x02D0 -> ':';
            default -> c;
        };
    }
}
