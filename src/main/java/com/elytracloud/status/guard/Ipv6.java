package com.elytracloud.status.guard;

import java.util.Arrays;
import java.util.List;

/** Tells addresses from times and from colons in prose. */
final class Ipv6 {
    private static final int GROUPS = 8;

    private Ipv6() {}

    static boolean isAddress(String candidate) {
        int gap = candidate.indexOf("::");
        if (gap >= 0 && candidate.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        List<String> groups = Arrays.stream(candidate.split(":"))
                .filter(group -> !group.isEmpty())
                .toList();
        // An IPv4 address at its end stands for two groups.
        int count = groups.size() + (candidate.contains(".") ? 1 : 0);
        return gap < 0
                ? count == GROUPS && !candidate.endsWith(":")
                : count < GROUPS && !groups.isEmpty() && !isProse(candidate, groups);
    }

    // "12::30" is a slip in a time; "a::b" is a path in code. Addresses have longer groups, or begin with the gap.
    private static boolean isProse(String candidate, List<String> groups) {
        boolean shortGroups = groups.stream().allMatch(group -> group.length() <= 2);
        boolean onlyWords = groups.stream().allMatch(group -> group.chars().allMatch(Character::isLetter));
        int letters = String.join("", groups).length();
        return (shortGroups && groups.size() == 2 && !candidate.startsWith("::")) || (onlyWords && letters < GROUPS);
    }
}
