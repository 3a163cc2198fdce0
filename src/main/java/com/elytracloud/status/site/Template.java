package com.elytracloud.status.site;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML or XML with <code>{{text}}</code> and <code>{{#list}}…{{/list}}</code>.
 *
 * <p>Every text is escaped for elements and quoted attributes of both languages; there is no way to insert one as it is.
 * A name that nobody set is a mistake and throws.
 */
final class Template {
    private static final Pattern TAG = Pattern.compile("\\{\\{([#/]?)(\\w+)}}");

    private final String source;

    Template(String source) {
        this.source = source;
    }

    String render(Slots slots) {
        StringBuilder out = new StringBuilder(source.length() * 2);
        Deque<Slots> scopes = new ArrayDeque<>();
        scopes.push(slots);
        render(source, scopes, out);
        return out.toString();
    }

    private static void render(String part, Deque<Slots> scopes, StringBuilder out) {
        Matcher tag = TAG.matcher(part);
        int position = 0;
        while (tag.find(position)) {
            out.append(part, position, tag.start());
            position = tag.end();
            if (tag.group(1).isEmpty()) {
                escape(text(tag.group(2), scopes), out);
            } else {
                String closing = "{{/" + tag.group(2) + "}}";
                int end = part.indexOf(closing, position);
                if (end < 0) {
                    throw new IllegalArgumentException(tag.group() + " has no " + closing);
                }
                repeat(part.substring(position, end), list(tag.group(2), scopes), scopes, out);
                position = end + closing.length();
            }
        }
        out.append(part, position, part.length());
    }

    private static void repeat(String part, List<Slots> items, Deque<Slots> scopes, StringBuilder out) {
        for (Slots item : items) {
            scopes.push(item);
            render(part, scopes, out);
            scopes.pop();
        }
    }

    private static String text(String name, Deque<Slots> scopes) {
        return scopes.stream()
                .filter(scope -> scope.text(name) != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody set the text " + name))
                .text(name);
    }

    private static List<Slots> list(String name, Deque<Slots> scopes) {
        return scopes.stream()
                .filter(scope -> scope.list(name) != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody set the list " + name))
                .list(name);
    }

    private static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
            }
        });
    }

    // What XML 1.0 cannot express in any form; a lone surrogate is no character either.
    private static boolean isAllowed(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
