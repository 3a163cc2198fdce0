package com.elytracloud.status.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of everything that will be public, so that a question costs what the question is long: ten thousand
 * monitors are asked for at each run.
 */
final class WordIndex {
    private static final int LEAST = 4;
    /** Fewer letters and digits than these are no word by themselves: then every sign counts. */
    private static final int LEAST_LETTERS = 3;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Place>> places = new HashMap<>();

    private record Entry(List<PublicString> owners, String text, List<String> words) {}

    private record Place(int entry, int word) {}

    /** Adds a text that hides nothing any more, and the strings that say it. */
    void add(List<PublicString> owners, String plainText) {
        List<String> words = Words.of(plainText);
        for (int i = 0; i < words.size(); i++) {
            places.computeIfAbsent(words.get(i), word -> new ArrayList<>()).add(new Place(entries.size(), i));
        }
        entries.add(new Entry(owners, plainText, words));
    }

    /** Which strings hold an expression, whatever stands between its words. */
    Set<PublicString> holding(String expression) {
        if (expression.codePointCount(0, expression.length()) < LEAST || expression.isBlank()) {
            return Set.of();
        }
        String plain = PlainText.of(expression);
        List<String> wanted = known(plain);
        return wanted == null ? Set.of() : holders(plain, wanted);
    }

    // Null as soon as one word is nowhere: so it is for nearly every monitor.
    private List<String> known(String plain) {
        List<String> wanted = new ArrayList<>();
        Words words = new Words(plain);
        for (String word = words.next(); word != null; word = words.next()) {
            if (!places.containsKey(word)) {
                return null;
            }
            wanted.add(word);
        }
        return wanted;
    }

    private Set<PublicString> holders(String plain, List<String> wanted) {
        Set<PublicString> holders = new LinkedHashSet<>();
        if (String.join("", wanted).length() < LEAST_LETTERS) {
            entries.stream()
                    .filter(entry -> entry.text.contains(plain.strip()))
                    .forEach(entry -> holders.addAll(entry.owners));
            return holders;
        }
        for (Place place : places.get(wanted.get(0))) {
            Entry entry = entries.get(place.entry);
            int end = place.word + wanted.size();
            if (end <= entry.words.size()
                    && entry.words.subList(place.word, end).equals(wanted)) {
                holders.addAll(entry.owners);
            }
        }
        return holders;
    }
}
