package com.elytracloud.status.assess;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which parts of an object key may change from one backup to the next. */
final class KeyGrammar {
    /** Stands for a changing part. */
    static final String CHANGING = "#";

    private static final List<String> MONTHS = List.of(("january|januar|jan february|februar|feb"
                    + " march|märz|maerz|mar|mär|mrz april|apr may|mai june|juni|jun july|juli|jul august|aug"
                    + " september|sept|sep october|oktober|oct|okt november|nov december|dezember|dec|dez")
            .split(" ", -1));
    /** Names of weekdays and months as an expression. */
    static final String NAMED_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch"
            + "|donnerstag|freitag|samstag|sonntag|mon|tue|wed|thu|fri|sat|sun|" + String.join("|", MONTHS);
    /** The names, which may change or be part of a name. */
    static final Pattern WORD = insensitive("(?<!\\p{L})(?:" + NAMED_DAYS + ")(?!\\p{L})");

    /**
     * What may change, at a digit or at the beginning of a word; the first that matches counts. What a date may mean is
     * in groups y, m and d of one number or letter. A "near" one changes only if it means a day about the time of
     * writing, and one with a V only unless that does and it does not itself.
     */
    static final Pattern PARTS = insensitive("""
            (?=\\d)(?<!\\d)(?:UUID
            // F, D or I: pgBackRest's full, differential or incremental
            |(?<y1>YYYY)(?<s1>[-_./]?)(?<m1>MM)\\k<s1>(?<d1>DD)TIME(?:[FDI]END)?
            // vm-12-10-2026-11-25, written on 25 November, is not of 12 October, 11:25
            |(?<d2>(?<m3>0?[1-9]|DD))(?<s2>[-_.])(?<m2>(?<d3>0?[1-9]|DD))\\k<s2>
            (?=(?:(?<yV>YYYY)[-_.](?<mV>MM)[-_.](?<dV>DD)(?!\\d|[-_:.]\\d\\d(?!\\d)))?)(?<y2>(?<y3>YYYY))(?!\\d{1,3}(?!\\d))TIME
            |(?<d4>\\d{1,2})[-_. ]?(?<m4>MONTH)[-_. ]?(?<y4>YYYY)TIME
            |(?<y5>YYYY)[-_. ]?(?<m5>MONTH)[-_. ]?(?<d5>\\d{1,2})TIME
            |(?<=year=)(?<y6>YYYY)/month=(?<m6>\\d\\d?)/day=(?<d6>\\d\\d?)(?!\\d)
            |(?<y7>[23]\\d)(?<m7>MM)(?<d7>DD)[-_]?HH[0-5]\\d(?:[0-5]\\d)?(?!\\d)
            // seconds or milliseconds from 2015 to 2033
            |(?<![A-Za-z])(?<epoch>1(?:4[2-9]|[5-9]\\d)\\d{7})(?:\\d{3})?END
            |(?<![^/])(?<year>YYYY)[-_/](?<month>MM)(?:[-_. ]MONTH)?(?![^/])
            |(?<![^/])20[12]\\d(?=/.*20[12]\\d)
            |YYYY[-_/]?(?:K?W[0-5]\\d|Q[1-4])END
            |(?<![A-Za-z])YYYY[-_]MM(?![0-9A-Za-z]|[-_.:]\\d)
            |(?<![A-Za-z.])HH(?<clock>[-_:.])[0-5]\\d\\k<clock>[0-5]\\d(?![0-9A-Za-z]|\\.\\d)
            |WORD
            // the volumes of one backup come and go with its size
            |(?<=[._-](?:vol|part))\\d+END|(?<=\\.(?:7z|zip|gz|tgz|zst|xz|bz2|tar|gpg)\\.)\\d{2,4}$
            // so do mydumper's chunks of a table; elsewhere than in its folder such a number may be a customer's
            |0\\d{4}(?=\\.(?:sql|dat))(?<=(?<![^/])export-\\d{8}-\\d{6}/[^./]{1,64}\\.[^./]{1,64}\\.\\d{5})
            |(?<near>(?<yN>YYYY)[-_]?(?<ofYear>[0-3]\\d\\d)(?!\\d)
            |(?<!\\d\\.)(?!(?:\\d{1,3}\\.){3}\\d{1,3}END)(?<yA>(?<dB>(?<mC>\\d\\d)))(?<s9>[-_.]?)
            (?<mA>(?<mB>(?<dC>\\d\\d)))\\k<s9>(?<dA>(?<yB>(?<yC>(?:20)?\\d\\d)))(?!\\d)
            |(?<![A-Za-z])(?<ofMonth>DD)END))
            |(?=[a-fjkm-osvz])START(?:UUID
            // the year may not begin a date of its own: dec1_2026-11-25 is one of dec1
            |(?=[adfjmnos])(?<m8>MONTH)[-_. ]?(?<d8>\\d{1,2})[-_., ]{1,2}(?<y8>YYYY)(?!\\d|[-_./]MM[-_./]DD(?!\\d))TIME
            // Acronis: the chain, the slice and the volume
            |b\\d+[-_]s\\d+[-_]v\\d+END
            |KW[-_ ]?[0-5]\\d[-_./ ]YYYYEND
            |WORD|(?<=\\.)z\\d\\d$)
            """.lines()
            .filter(line -> !line.startsWith("//"))
            .collect(Collectors.joining())
            .replace("UUID", "START[0-9a-f]{8}-?(?:[0-9a-f]{4}-){3}[0-9a-f]{12}END")
            // A version, but not four numbers, which are an address and so a machine's name; or a hash.
            .replace(
                    "WORD",
                    "START(?:(?<!\\.)v?\\d+\\.\\d+(?:\\.\\d+|(?=[^/.][^/]*$))(?:-?(?:rc|beta)\\d+)?END(?!\\.\\d)"
                            + "|\\d{16,}END|(?=[0-9]*[a-f])(?=[a-f]*[0-9])"
                            + "(?![a-f]+YYYY[01]\\d[0-3]\\d(?:\\d{4}|\\d{6})?(?!\\d))[0-9a-f]{8,}END)")
            .replace(
                    "TIME",
                    "(?:[T _.,-]{0,2}HH[-_:.h]?[0-5]\\d(?:[-_:.m]?[0-5]\\d(?:[.,]?\\d{3,9})?s?)?"
                            + "(?:Z|UTC|GMT|CES?T|[+-]\\d\\d:?\\d\\d)?)?(?!\\d)")
            .replace("MONTH", "(?:" + String.join("|", MONTHS) + ")")
            .replace("YYYY", "20\\d\\d")
            .replace("MM", "(?:0[1-9]|1[0-2])")
            .replace("DD", "(?:0[1-9]|[12]\\d|3[01])")
            .replace("HH", "(?:[01]\\d|2[0-3])")
            .replace("START", "(?<![0-9A-Za-z])")
            .replace("END", "(?![0-9A-Za-z])"));

    private KeyGrammar() {}

    /** The number of a month from its digits or its name. */
    static int month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : IntStream.rangeClosed(1, MONTHS.size())
                        .filter(month -> text.toLowerCase(Locale.ROOT).matches(MONTHS.get(month - 1)))
                        .findFirst()
                        .orElseThrow();
    }

    private static Pattern insensitive(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
