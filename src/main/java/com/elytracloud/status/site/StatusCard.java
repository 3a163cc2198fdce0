package com.elytracloud.status.site;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** {@code status-card.js} with its texts in every language. */
final class StatusCard {
    private static final String PREFIX = "card.";

    private StatusCard() {}

    /** The script whose cards speak this language where the host's page names none. */
    static String script(Language language) {
        Map<String, Map<String, String>> texts = Arrays.stream(Language.values())
                .collect(Collectors.toMap(Language::code, each -> texts(each), (a, b) -> a, TreeMap::new));
        try {
            return Resources.text("status-card.js")
                    .replace("'@TEXTS@'", JsonMapper.builder().build().writeValueAsString(texts))
                    .replace("@LANGUAGE@", language.code());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are no obstacle to JSON", e);
        }
    }

    private static Map<String, String> texts(Language language) {
        return language.all().entrySet().stream()
                .filter(text -> text.getKey().startsWith(PREFIX))
                .collect(Collectors.toMap(
                        text -> text.getKey().substring(PREFIX.length()),
                        Map.Entry::getValue,
                        (a, b) -> a,
                        TreeMap::new));
    }
}
