package com.elytracloud.status.guard;

import java.util.Arrays;
import java.util.List;

/** Distinguishes IPv6 addresses from times and from colons in prose. */
final class Ipv6 {
    private static final int GROUPS = 8;

    private Ipv6() {}

    /** Whether a run of hexadecimal groups and colons is one, or a part of one. */
    static boolean isAddress(String candidate) {
        List<String> groups = Arrays.stream(candidate.split(":"))
                .filter(group -> !group.isEmpty())
                .toList();
        if (groups.isEmpty()
                || groups.stream().allMatch(group -> group.matches("[A-Fa-f]{1,4}") && group.length() < 4)) {
            return false;
        }
        // "12::30" is a slip in a time.
        boolean isTime = !candidate.startsWith("::") && groups.stream().allMatch(group -> group.matches("\\d{1,2}"));
        return candidate.contains("::") ? !isTime : groups.size() + (candidate.contains(".") ? 1 : 0) >= GROUPS;
    }
}
