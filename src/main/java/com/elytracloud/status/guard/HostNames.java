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
            Words.lines("top-level-domains.txt").collect(Collectors.toSet());
    /** Public services and products with a dot in their name; by themselves they disclose nothing. */
    private static final Set<String> PUBLIC_NAMES =
            Words.lines("public-names.txt").collect(Collectors.toSet());

    private static final String FILE_STEM =
            "(?i).*[\\d_].*|wp-.*|lib.*|.*-(?:backup|install|script|plugin|theme|master|main)";

    /** After one of these words a name is a host, not the end of a sentence. */
    private static final Pattern PLACE_BEFORE = Pattern.compile(
            "(?i)(?:^|[^\\p{L}])(?:at|on|of|for|from|via|see|visit|with|site|website|shop|domain|customer|client|host|server|auf|bei|für|von|siehe|kunde|kundin|domaine|sur|chez|cliente|sitio)[\\s\"'„“(]*$|[:>=]\\s*$");

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+|\\p{L}+");
    private static final String MACHINE = "(?=.*[a-z])[a-z0-9-]*[0-9-][a-z0-9-]*";

    private HostNames() {}

    /** Whether a candidate is a host, given the text that it stands in. */
    static boolean isHost(String text, MatchResult found) {
        String name = trimmed(found.group());
        List<String> labels = List.of(name.toLowerCase(Locale.ROOT).split("\\.", -1));
        String top = labels.get(labels.size() - 1);
        List<String> before = labels.subList(0, labels.size() - 1);
        boolean isNumber = before.stream().allMatch(label -> label.matches("v?\\d+"));
        if (isNumber || Words.list("titles").contains(before.get(0)) || top.length() < 2) {
            return false;
        }
        if (isPublicName(labels) || isFile(before.get(before.size() - 1), top)) {
            return false;
        }
        boolean isDomain = TOP_LEVEL.contains(top)
                || top.startsWith("xn--")
                || Words.list("internal").contains(top);
        return isDomain ? !isTwoSentences(text, found, name) : isMachine(labels);
    }

    /** Whether a label looks like the name of a machine rather than that of a service. */
    static boolean isMachineLabel(String label) {
        return (label.matches(MACHINE) && label.matches(".*\\d.*"))
                || Words.list("internal").contains(label);
    }

    // "acme.com-Host" and "acme.com用" end with the domain.
    private static String trimmed(String name) {
        int last = name.lastIndexOf('.') + 1;
        String top = name.substring(last);
        if (top.matches("(?i)xn--.*")) {
            return IDN.toUnicode(name);
        }
        Matcher letters = LETTERS.matcher(top);
        return letters.lookingAt() ? name.substring(0, last) + letters.group() : name;
    }

    private static boolean isFile(String stem, String ending) {
        return Words.list("ambiguous-file-endings").contains(ending)
                && (Words.list("file-names").contains(stem) || stem.matches(FILE_STEM));
    }

    // "github.com", "www.github.com", "githubstatus.com", "nic.at", "co.uk"
    private static boolean isPublicName(List<String> labels) {
        String first = labels.get(0);
        int topLength = labels.get(labels.size() - 1).length();
        boolean isService = labels.size() > 2 && Words.list("public-services").contains(first);
        String name = String.join(".", isService ? labels.subList(1, labels.size()) : labels);
        return (labels.size() == 2 && first.equals("nic"))
                || (labels.size() == 2
                        && topLength == 2
                        && Words.list("second-level").contains(first))
                || PUBLIC_NAMES.contains(name)
                || PUBLIC_NAMES.contains(name.replaceFirst("-?status\\.(?:com|io|net)$", ".com"));
    }

    // "We are back.it works", "Done.We checked", "Let's go live.now"
    private static boolean isTwoSentences(String text, MatchResult found, String name) {
        if (!name.matches("\\p{L}+\\.[^.]+")) {
            return false;
        }
        String top = name.replaceFirst(".*\\.", "");
        if (name.matches(".*\\p{Ll}\\.\\p{Lu}\\p{Ll}+")) {
            return !Words.list("never-words").contains(top.toLowerCase(Locale.ROOT));
        }
        String before = text.substring(0, found.start());
        String after = text.substring(found.start() + name.length());
        boolean goesOn = after.matches("(?s)\\s+[\\p{L}\\p{N}].*");
        boolean isLastWord =
                top.matches("now|today") && after.matches("(?s)[.!]?\\s*") && before.matches("(?s).*\\p{L}\\s+");
        return (goesOn || isLastWord)
                && Words.list("sentence-starters").contains(top)
                && !PLACE_BEFORE.matcher(before).find();
    }

    // A name in a private network ends as its owner likes; its other labels show that it is one.
    private static boolean isMachine(List<String> labels) {
        return labels.size() > 2
                && labels.stream()
                        .noneMatch(label -> label.matches("\\d*")
                                || Words.list("file-endings").contains(label))
                && labels.stream().anyMatch(label -> label.matches(MACHINE));
    }
}
