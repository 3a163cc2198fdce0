package com.elytracloud.status.kuma;

import com.elytracloud.status.domain.AnnouncedText;

/** A text of a status page without its Markdown: readers of a feed or of an API see the characters as they are. */
final class PlainPost {
    private PlainPost() {}

    static String title(String text) {
        return cut(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), AnnouncedText.MAX_TITLE);
    }

    static String message(String markdown) {
        String text = markdown.replace("\r\n", "\n")
                .replaceAll("<[^>\n]{1,200}>", "")
                .replaceAll("!\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("(?m)^\\s{0,3}#{1,6}\\s+", "")
                .replaceAll("(?m)^\\s{0,3}>\\s?", "")
                .replaceAll("(?m)^\\s{0,3}```.*$", "")
                .replaceAll("(?m)^\\s{0,3}(?:[-*_]\\s*){3,}$", "")
                .replaceAll("(?m)^(\\s*)[*+]\\s+", "$1- ")
                .replaceAll("(\\*\\*|__|~~)(?=\\S)(.+?)(?<=\\S)\\1", "$2")
                .replaceAll("(?<![\\p{L}\\p{N}])([*_`])(?=\\S)(.+?)(?<=\\S)\\1(?![\\p{L}\\p{N}])", "$2")
                .replaceAll("\\\\([\\\\`*_{}\\[\\]()#+.!~>-])", "$1")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replaceAll("\n{3,}", "\n\n");
        return cut(text.strip(), AnnouncedText.MAX_MESSAGE);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).stripTrailing() + "…";
    }
}
