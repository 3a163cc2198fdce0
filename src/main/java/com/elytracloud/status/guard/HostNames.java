package com.elytracloud.status.guard;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Distinguishes host names from abbreviations, files, versions, and sentences without a blank between them. */
final class HostNames {
    private static final Set<String> TOP_LEVEL =
            Resources.lines("top-level-domains.txt").collect(Collectors.toSet());
    /** Public services and products with a dot in their name; by themselves they disclose nothing. */
    private static final Set<String> PUBLIC_NAMES =
            Resources.lines("public-names.txt").collect(Collectors.toSet());

    private static final Set<String> INTERNAL = Resources.words("internal");
    private static final Set<String> FILE_ENDINGS = Resources.words("file-endings");

    private static final Pattern FILE_STEM =
            Pattern.compile("(?i).*[\\d_].*|wp-.*|lib.*|.*-(?:backup|install|script|plugin|theme|master|main)");

    /** After one of these words a name is a host, not the end of a sentence. */
    private static final Pattern PLACE_BEFORE = Pattern.compile(
            "(?i)(?:^|[^\\p{L}])(?:at|on|of|for|from|via|see|visit|with|site|website|shop|domain|customer|client|host|server|auf|bei|für|von|siehe|kunde|kundin|domaine|sur|chez|cliente|sitio)[\\s\"'„“(]*$|[:>=]\\s*$");

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+|\\p{L}+");
    private static final Pattern MACHINE = Pattern.compile("(?=.*[a-z])[a-z0-9-]*[0-9-][a-z0-9-]*");

    private HostNames() {}

    /** Whether a candidate is a host, given the text that it stands in. */
    static boolean isHost(String text, MatchResult found) {
        String name = trimmed(found.group());
        List<String> labels = List.of(name.toLowerCase(Locale.ROOT).split("\\.", -1));
        String top = labels.get(labels.size() - 1);
        List<String> before = labels.subList(0, labels.size() - 1);
        boolean isNumber = before.stream().allMatch(label -> label.matches("v?\\d+"));
        boolean isTitle = Resources.words("titles").contains(before.get(0));
        if (isNumber || isTitle || top.length() < 2 || isPublicName(labels) || isFile(before, top)) {
            return false;
        }
        boolean isDomain = TOP_LEVEL.contains(top) || top.startsWith("xn--") || INTERNAL.contains(top);
        return isDomain ? !isTwoSentences(text, found, name, labels) : isMachine(labels, top);
    }

    /** Whether a label looks like the name of a machine rather than that of a service. */
    static boolean isMachineLabel(String label) {
        return (MACHINE.matcher(label).matches() && label.matches(".*\\d.*")) || INTERNAL.contains(label);
    }

    // "acme.com-Host" and "acme.com用" end with the domain.
    private static String trimmed(String name) {
        int last = name.lastIndexOf('.') + 1;
        String top = name.substring(last);
        if (top.regionMatches(true, 0, "xn--", 0, 4)) {
            return IDN.toUnicode(name);
        }
        Matcher letters = LETTERS.matcher(top);
        return letters.lookingAt() ? name.substring(0, last) + letters.group() : name;
    }

    private static boolean isFile(List<String> before, String top) {
        String stem = before.get(before.size() - 1);
        return Resources.words("ambiguous-file-endings").contains(top)
                && (Resources.words("file-names").contains(stem)
                        || FILE_STEM.matcher(stem).matches());
    }

    // "github.com", "www.github.com", "githubstatus.com", "nic.at", "co.uk"
    private static boolean isPublicName(List<String> labels) {
        String top = labels.get(labels.size() - 1);
        String first = labels.get(0);
        boolean isService = Resources.words("public-services").contains(first) && labels.size() > 2;
        String name = String.join(".", isService ? labels.subList(1, labels.size()) : labels);
        boolean isSuffix = labels.size() == 2
                && (first.equals("nic") || (Resources.words("second-level").contains(first) && top.length() == 2));
        return isSuffix
                || PUBLIC_NAMES.contains(name)
                || PUBLIC_NAMES.contains(name.replaceFirst("-?status\\.com$|-?status\\.io$|-?status\\.net$", ".com"));
    }

    // "We are back.it works", "Done.We checked", "Let's go live.now"
    private static boolean isTwoSentences(String text, MatchResult found, String name, List<String> labels) {
        String top = name.substring(name.lastIndexOf('.') + 1);
        String first = name.substring(0, name.length() - top.length() - 1);
        if (labels.size() > 2 || !first.matches("\\p{L}+")) {
            return false;
        }
        if (top.matches("\\p{Lu}\\p{Ll}+") && first.matches(".*\\p{Ll}")) {
            return !Resources.words("never-words").contains(labels.get(1));
        }
        String before = text.substring(0, found.start());
        String after = text.substring(found.start() + name.length());
        boolean goesOn = after.matches("(?s)\\s+[\\p{L}\\p{N}].*");
        boolean isLastWord = Set.of("now", "today").contains(top)
                && after.matches("(?s)[.!]?\\s*")
                && before.matches("(?s).*\\p{L}\\s+");
        return Resources.words("sentence-starters").contains(top)
                && (goesOn || isLastWord)
                && !PLACE_BEFORE.matcher(before).find();
    }

    // A name in a private network ends as its owner likes; its other labels show that it is one.
    private static boolean isMachine(List<String> labels, String top) {
        return labels.size() > 2
                && !FILE_ENDINGS.contains(top)
                && labels.stream().noneMatch(label -> label.matches("\\d*") || FILE_ENDINGS.contains(label))
                && labels.stream().anyMatch(label -> MACHINE.matcher(label).matches());
    }
}
