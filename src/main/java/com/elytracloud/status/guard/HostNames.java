package com.elytracloud.status.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells host names from abbreviations, file names, versions, and sentences that lack a blank. */
final class HostNames {
    /** No language's words: a host whatever the case of its letters. */
    private static final Set<String> NO_WORDS =
            Set.of("com", "net", "org", "io", "edu", "gov", "mil", "biz", "localdomain");

    /** Also words, or short enough to begin a sentence with: a host if they are written small. */
    private static final Set<String> SMALL = Set.of(
            ("internal local lan intranet corp home localhost private arpa onion svc test example invalid consul docker "
                            + "info dev app cloud online site tech store shop xyz live page link team host hosting website space "
                            + "network digital media agency group company services solutions systems support tools run zone pro "
                            + "club blog name mobi top icu ovh email works studio design software cafe berlin wien nyc "
                            + "de at ch eu fr nl es pt dk se fi ee lv lt pl cz sk hu ro bg gr tr ru ua uk ie us ca mx br ar cl au "
                            + "nz jp cn tw hk sg kr ae il za ng ke eg li lu mt cy hr si ba mk al tv fm gg gl ai co ac ag bz cx ws vc "
                            + "la ly to re tk ga gq cf su by kz ge am az uz th vn ph my sa qa ir iq jo lb ma tn dz")
                    .split(" "));

    /** Words of a sentence far more often than countries: a host only if nothing speaks for an abbreviation. */
    private static final Set<String> WORDS =
            Set.of("in", "is", "it", "so", "be", "me", "no", "us", "am", "as", "do", "an", "at", "to");

    /** Ends of files that are countries too: a host only as the third label or later. */
    private static final Set<String> FILES =
            Set.of("md", "sh", "py", "rs", "so", "cc", "zip", "mov", "ps", "mp", "ml", "vi", "pm");

    private static final Set<String> OTHER_FILES = Set.of(
            ("json js mjs css html htm php xml svg txt csv sql gz tar tgz bz2 xz dump bak log conf cfg ini yml yaml pdf png "
                            + "jpg jpeg gif webp ico woff woff2 ttf java jar class map atom rss lock toml properties exe env min")
                    .split(" "));

    /** Products that are called like a host. */
    private static final Set<String> PRODUCTS = Set.of(
            "asp.net",
            "ado.net",
            "vb.net",
            "socket.io",
            "draw.io",
            "wordpress.org",
            "wordpress.com",
            "booking.com",
            "monday.com",
            "amazon.com",
            "amazon.de");

    private HostNames() {}

    static boolean isHost(String name) {
        List<String> labels = Arrays.asList(name.split("\\."));
        List<String> before = labels.subList(0, labels.size() - 1);
        String top = labels.get(labels.size() - 1);
        String topSmall = top.toLowerCase(Locale.ROOT);
        if (PRODUCTS.contains(name.toLowerCase(Locale.ROOT)) || before.stream().allMatch(HostNames::isNumber)) {
            return false;
        }
        if (NO_WORDS.contains(topSmall)) {
            return true;
        }
        boolean small = top.equals(topSmall) || (labels.size() > 2 && name.equals(name.toUpperCase(Locale.ROOT)));
        if (FILES.contains(topSmall)) {
            return small && labels.size() > 2 && before.stream().noneMatch(HostNames::isNumber);
        }
        if (WORDS.contains(topSmall)) {
            return small && before.stream().allMatch(label -> label.length() > 2);
        }
        return SMALL.contains(topSmall) ? small && !isAbbreviation(before) : isMachine(labels, topSmall);
    }

    private static boolean isNumber(String label) {
        return label.chars().allMatch(Character::isDigit);
    }

    // "u.a.de" is no host; "a.de" is one.
    private static boolean isAbbreviation(List<String> before) {
        return before.size() > 1 && before.stream().allMatch(label -> label.length() == 1);
    }

    // A name within a private network ends as its owner likes: then its other labels give it away.
    private static boolean isMachine(List<String> labels, String top) {
        return labels.size() > 2
                && !OTHER_FILES.contains(top)
                && labels.stream().noneMatch(HostNames::isNumber)
                && labels.stream().noneMatch(label -> OTHER_FILES.contains(label.toLowerCase(Locale.ROOT)))
                && labels.stream().anyMatch(label -> label.matches("(?=.*[a-z])[a-z0-9-]*[0-9-][a-z0-9-]*"));
    }
}
