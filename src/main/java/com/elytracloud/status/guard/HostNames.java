package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Distinguishes host names from abbreviations, files, versions, and sentences without a blank between them. */
final class HostNames {
    /** Labels with dots between them; the last begins with a letter. */
    static final String CANDIDATE = "(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,9}\\p{L}[\\p{L}\\p{N}-]{0,62}";

    private static final Set<String> TOP_LEVEL = lines("top-level-domains.txt");
    /** Public services and products with a dot in their name; by themselves they disclose nothing. */
    private static final Set<String> PUBLIC_NAMES = lines("public-names.txt");

    private static final Set<String> INTERNAL = words("""
            internal intern intranet local localdomain localhost lan home corp private prod production staging stage testing test example
            invalid ops svc cluster consul docker node mesh arpa onion i2p monitoring infra mgmt management backend kube pod k8s vpn nas dmz vm
            vms dc srv default""");

    /** Top-level domains and internal suffixes that also begin a sentence. */
    private static final Set<String> WORDS = words("""
            am an as at be bi by do es et im in is it la me my na ne no pa sa se si so su to us va one now here how new all live today
            monitoring home private test testing production staging management default example click free help""");
    /** Top-level domains that no language uses as a word. */
    private static final Set<String> NO_WORDS = words("com net org io eu de fr uk ch at nl pl edu gov biz info dev");

    private static final Set<String> SECOND_LEVEL = words("co com org net gov ac edu or ne");

    private static final Set<String> FILE_ENDINGS = words("sh py md rs zip mov pl ps so cc");

    private static final Pattern FILE_STEM = Pattern.compile(
            "(?i).*[\\d_].*|install|setup|backup|restore|deploy|build|run|start|stop|restart|update|upgrade|init|entrypoint|check|cron|readme"
                    + "|changelog|license|contributing|index|main|manage|wsgi|script|theme|plugin|export|import|archive|files|site|website|database|uploads"
                    + "|images|logs|wordpress|release|latest|wp-.*|lib.*|.*-(?:backup|install|script|plugin|theme|master|main)");

    private static final Set<String> OTHER_FILES = words("""
            json js mjs css html htm php xml svg txt csv sql gz tar tgz bz2 xz zst dump bak log conf cfg ini yml yaml pdf png jpg jpeg gif
            webp ico woff woff2 ttf java jar class map atom rss lock toml properties exe env min dist""");

    private static final Set<String> TITLES = words("dr med dipl prof mag ing st str");

    /** After one of these a name is a place, not the end of a sentence. */
    private static final Pattern PLACE_BEFORE = Pattern.compile(
            "(?i)(?:^|[^\\p{L}])(?:at|on|of|for|from|via|see|visit|with|site|website|shop|domain|customer|client|host|server|auf|bei|für|von|siehe|kunde|kundin|domaine|client|sur|chez|cliente|sitio)[\\s:\"'„“(]*$");

    private static final Pattern MACHINE = Pattern.compile("(?=.*[a-z])[a-z0-9-]*[0-9-][a-z0-9-]*");

    private HostNames() {}

    /** Whether a candidate is a host, given the text that it stands in. */
    static boolean isHost(String text, MatchResult found) {
        String name = trimmed(found.group());
        List<String> labels = List.of(name.toLowerCase(Locale.ROOT).split("\\.", -1));
        String top = labels.get(labels.size() - 1);
        List<String> before = labels.subList(0, labels.size() - 1);
        boolean isNumber = before.stream().allMatch(label -> label.matches("v?\\d+"));
        if (isNumber || top.length() < 2 || TITLES.contains(before.get(0)) || isPublicName(labels)) {
            return false;
        }
        if (FILE_ENDINGS.contains(top)
                && FILE_STEM.matcher(before.get(before.size() - 1)).matches()) {
            return false;
        }
        if (TOP_LEVEL.contains(top) || top.startsWith("xn--") || INTERNAL.contains(top)) {
            return !isTwoSentences(text, found, name, labels);
        }
        return isMachine(labels, top);
    }

    /** Whether a label looks like the name of a machine rather than that of a service. */
    static boolean isMachineLabel(String label) {
        return MACHINE.matcher(label).matches() && label.matches(".*\\d.*") || INTERNAL.contains(label);
    }

    // "acme.com-Host" and "acme.com用" end with the domain.
    private static String trimmed(String name) {
        int last = name.lastIndexOf('.') + 1;
        String top = name.substring(last);
        if (top.regionMatches(true, 0, "xn--", 0, 4)) {
            return IDN.toUnicode(name);
        }
        Matcher letters = Pattern.compile("[A-Za-z]+|\\p{L}+").matcher(top);
        return letters.lookingAt() ? name.substring(0, last) + letters.group() : name;
    }

    private static boolean isPublicName(List<String> labels) {
        String top = labels.get(labels.size() - 1);
        List<String> bare = labels.get(0).equals("www") ? labels.subList(1, labels.size()) : labels;
        boolean isSuffix = labels.size() == 2 && SECOND_LEVEL.contains(labels.get(0)) && top.length() == 2;
        boolean isRegistry = labels.size() == 2 && labels.get(0).equals("nic");
        return isSuffix || isRegistry || PUBLIC_NAMES.contains(String.join(".", bare));
    }

    // "We are back.it works", "Done.We checked", "Let's go live.now"
    private static boolean isTwoSentences(String text, MatchResult found, String name, List<String> labels) {
        String top = name.substring(name.lastIndexOf('.') + 1);
        String first = name.substring(0, name.length() - top.length() - 1);
        if (labels.size() > 2 || !first.matches("\\p{L}+")) {
            return false;
        }
        String before = text.substring(0, found.start());
        String after = text.substring(found.start() + name.length());
        boolean startsWithCapital = top.matches("\\p{Lu}\\p{Ll}+") && first.matches(".*\\p{Ll}");
        if (startsWithCapital && !NO_WORDS.contains(labels.get(1))) {
            return true;
        }
        boolean goesOn = after.matches("(?s)\\s+[\\p{L}\\p{N}].*");
        boolean isLastWord = Set.of("now", "today").contains(top)
                && after.matches("(?s)[.!]?\\s*")
                && before.matches("(?s).*\\p{L}\\s+");
        return WORDS.contains(top)
                && (goesOn || isLastWord)
                && !PLACE_BEFORE.matcher(before).find();
    }

    // A name in a private network ends as its owner likes: then its other labels give it away.
    private static boolean isMachine(List<String> labels, String top) {
        return labels.size() > 2
                && !OTHER_FILES.contains(top)
                && labels.stream().noneMatch(label -> label.matches("\\d*") || OTHER_FILES.contains(label))
                && labels.stream().anyMatch(label -> MACHINE.matcher(label).matches());
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> lines(String resource) {
        try (InputStream in = HostNames.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
