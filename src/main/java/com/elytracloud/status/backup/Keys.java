package com.elytracloud.status.backup;

import com.elytracloud.status.objectstore.KeyOrder;

/** Keys in the order of a listing, and what lies between two of them. */
final class Keys {
    private Keys() {}

    /** As a comparator does. */
    static int compare(String one, String other) {
        return KeyOrder.compare(one, other);
    }

    /** A short text that a listing may start after so that the second key is found and the first, before it, is not. */
    static String between(String first, String second) {
        int same = KeyOrder.commonLength(first, second);
        if (same >= second.length()) {
            return first;
        }
        int end = same + Character.charCount(second.codePointAt(same));
        return end < second.length() ? second.substring(0, end) : first;
    }
}
