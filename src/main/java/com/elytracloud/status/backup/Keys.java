package com.elytracloud.status.backup;

/** The order of a listing: by the bytes of UTF-8, which is the order of code points and not that of Java. */
final class Keys {
    private Keys() {}

    /** As a comparator does. */
    static int compare(String one, String other) {
        int same = commonLength(one, other);
        if (same == one.length() || same == other.length()) {
            return Integer.compare(one.length(), other.length());
        }
        return Integer.compare(one.codePointAt(same), other.codePointAt(same));
    }

    /** A short text that a listing may start after so that the second key is found and the first, before it, is not. */
    static String between(String first, String second) {
        int same = commonLength(first, second);
        if (same >= second.length()) {
            return first;
        }
        int end = same + Character.charCount(second.codePointAt(same));
        return end < second.length() ? second.substring(0, end) : first;
    }

    private static int commonLength(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        // Never between the two halves of one character.
        boolean halved = same > 0 && same < shorter && Character.isHighSurrogate(one.charAt(same - 1));
        return halved ? same - 1 : same;
    }
}
