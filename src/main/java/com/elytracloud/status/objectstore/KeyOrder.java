package com.elytracloud.status.objectstore;

/** The order of a listing: by the bytes of UTF-8, which is the order of code points and not that of Java. */
public final class KeyOrder {
    private KeyOrder() {}

    /** Compares as a comparator does. */
    public static int compare(String one, String other) {
        int same = commonLength(one, other);
        if (same == one.length() || same == other.length()) {
            return Integer.compare(one.length(), other.length());
        }
        return Integer.compare(one.codePointAt(same), other.codePointAt(same));
    }

    /** How many characters both begin with; never half of one. */
    public static int commonLength(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        boolean halved = same > 0 && same < shorter && Character.isHighSurrogate(one.charAt(same - 1));
        return halved ? same - 1 : same;
    }
}
