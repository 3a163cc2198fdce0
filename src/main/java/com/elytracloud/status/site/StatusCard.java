package com.elytracloud.status.site;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** {@code status-card.js} with its texts in every language. */
final class StatusCard {
    private StatusCard() {}

    /** The script whose cards speak this language where the host's page names none. */
    static String script(Language language) {
        Map<String, Map<String, String>> texts = Arrays.stream(Language.values())
                .collect(Collectors.toMap(Language::code, each -> each.all("card."), (a, b) -> a, TreeMap::new));
        return Resources.text("status-card.js")
                .replace("'@TEXTS@'", new JsonMapper().valueToTree(texts).toString())
                .replace("@LANGUAGE@", language.code());
    }
}
