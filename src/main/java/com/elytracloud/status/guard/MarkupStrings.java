package com.elytracloud.status.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Texts, attributes and comments of HTML, SVG or XML, with their entities resolved.
 *
 * <p>Forgiving on purpose: it looks at what could be read in a file, not at whether the file is well formed.
 */
final class MarkupStrings {
    private static final Pattern PART = Pattern.compile(
            "<!--(.*?)(?:-->|$)|<!\\[CDATA\\[(.*?)(?:]]>|$)|<[/!?]?([A-Za-z][^\\s/>]*)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=\"'/>]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

    /** Tags within a word; any other tag ends it. */
    private static final Set<String> INLINE = Set.of(
            "b", "i", "em", "strong", "u", "s", "wbr", "small", "mark", "sub", "sup", "font", "bdi", "bdo", "tspan");

    private static final Set<String> CODE = Set.of("script", "style");

    private final String file;
    private final String markup;
    private final int[] lineEnds;
    private final List<PublicString> strings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int textStart;

    private MarkupStrings(String file, String markup) {
        this.file = file;
        this.markup = markup;
        this.lineEnds = IntStream.range(0, markup.length())
                .filter(at -> markup.charAt(at) == '\n')
                .toArray();
    }

    static List<PublicString> of(String file, String markup) {
        return new MarkupStrings(file, markup).strings();
    }

    // Neither a comment nor CDATA ends a word: readers see as one what stands on both sides.
    private List<PublicString> strings() {
        Matcher parts = PART.matcher(markup);
        int end = 0;
        while (parts.find(end)) {
            append(end, parts.start());
            end = parts.end();
            if (parts.group(1) != null) {
                addLines(parts.group(1), parts.start());
            } else if (parts.group(2) != null) {
                addLines(parts.group(2), parts.start());
                append(parts.start(2), parts.end(2));
            } else {
                end = tag(parts.group(3).toLowerCase(Locale.ROOT), parts.group(4), parts.start(), end);
            }
        }
        append(end, markup.length());
        flush();
        return strings;
    }

    private int tag(String name, String attributes, int start, int end) {
        if (!INLINE.contains(name)) {
            flush();
        }
        Matcher each = ATTRIBUTE.matcher(attributes);
        StringBuilder rest = new StringBuilder();
        while (each.find()) {
            each.appendReplacement(rest, " ");
            String value =
                    each.group(2) != null ? each.group(2) : each.group(3) != null ? each.group(3) : each.group(4);
            add(Entities.decode(value), start);
        }
        addRest(each.appendTail(rest).toString(), start);
        boolean opensCode = CODE.contains(name) && markup.charAt(start + 1) != '/';
        return opensCode ? code(name, end) : end;
    }

    // After a quote in the wrong place it holds what readers take for text. The slash of an empty tag says nothing.
    private void addRest(String rest, int start) {
        if (!rest.strip().equals("/")) {
            add(Entities.decode(rest), start);
        }
    }

    // Up to its closing tag nothing in a script is markup.
    private int code(String name, int start) {
        int close = markup.toLowerCase(Locale.ROOT).indexOf("</" + name, start);
        int end = close < 0 ? markup.length() : close;
        addLines(markup.substring(start, end), start);
        return end;
    }

    private void addLines(String raw, int start) {
        strings.addAll(PublicStrings.lines(file, raw, line(start)));
    }

    private void append(int from, int upTo) {
        if (text.isEmpty()) {
            textStart = from;
        }
        text.append(markup, from, upTo);
    }

    private void flush() {
        add(Entities.decode(text.toString()), textStart);
        text.setLength(0);
    }

    private void add(String value, int at) {
        if (!value.isBlank()) {
            strings.add(new PublicString(file, List.of("line " + line(at)), value.strip()));
        }
    }

    private int line(int at) {
        int found = Arrays.binarySearch(lineEnds, at);
        return 1 + (found < 0 ? -found - 1 : found);
    }
}
