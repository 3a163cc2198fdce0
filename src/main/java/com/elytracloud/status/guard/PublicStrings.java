package com.elytracloud.status.guard;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.elytracloud.status.contract.SiteFile;

/** Takes a public file apart into the strings that its readers see. */
final class PublicStrings {
    private PublicStrings() {}

    /**
     * Every string of a file, the file's own path among them.
     *
     * @throws UnreadableFileException if the bytes are not what the file's name promises: nobody could tell what they
     *     hold
     */
    static List<PublicString> of(SiteFile file) throws UnreadableFileException {
        List<PublicString> strings = new ArrayList<>();
        strings.add(new PublicString(file.path(), List.of("path"), file.path()));
        String text = text(file);
        String path = file.path().toLowerCase(Locale.ROOT);
        if (path.endsWith(".json") || file.contentType().contains("json")) {
            strings.addAll(JsonStrings.of(file.path(), text));
        } else if (isMarkup(path, file.contentType())) {
            strings.addAll(MarkupStrings.of(file.path(), text));
        } else {
            strings.addAll(lines(file.path(), text, 1));
        }
        return strings;
    }

    /** A text line by line. */
    static List<PublicString> lines(String file, String text, int firstLine) {
        List<PublicString> strings = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                strings.add(new PublicString(file, List.of("line " + (firstLine + i)), lines[i]));
            }
        }
        return strings;
    }

    private static boolean isMarkup(String path, String contentType) {
        return contentType.contains("html")
                || contentType.contains("xml")
                || List.of(".html", ".svg", ".xml", ".atom").stream().anyMatch(path::endsWith);
    }

    private static String text(SiteFile file) throws UnreadableFileException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("not-utf-8", e);
        }
    }
}
