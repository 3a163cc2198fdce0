package com.elytracloud.status.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What goes into a template: texts by name, and lists of more slots by name. */
final class Slots {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<Slots>> lists = new HashMap<>();

    /** Sets a text; as plain text, whatever it holds. */
    Slots set(String name, String text) {
        texts.put(name, text);
        return this;
    }

    /** Sets what a part of the template is repeated for; nothing, if empty. */
    Slots each(String name, List<Slots> items) {
        lists.put(name, List.copyOf(items));
        return this;
    }

    /** Sets whether a part of the template is shown; it sees the same slots. */
    Slots when(String name, boolean shown) {
        return each(name, shown ? List.of(new Slots()) : List.of());
    }

    String text(String name) {
        return texts.get(name);
    }

    List<Slots> list(String name) {
        return lists.get(name);
    }
}
