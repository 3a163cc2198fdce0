package com.elytracloud.status.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.run.InsideWords;

/** Holds rules, secrets and words of the inside against strings. */
final class LeakScan {
    static final String SECRET = "secret";
    static final String MONITOR = "monitor";
    static final String TENANT = "tenant";

    private final PublicAddress publicAddress;
    private final SecretScan secrets;
    private final InsideNames names;

    LeakScan(PublicAddress publicAddress, SecretScan secrets, InsideNames names) {
        this.publicAddress = publicAddress;
        this.secrets = secrets;
        this.names = names;
    }

    /** A rule that a string breaks. */
    record Hit(String rule, PublicString where) {}

    /** The rules that one text breaks, by id. */
    Set<String> rulesBrokenBy(String text) {
        Set<String> broken = new LinkedHashSet<>();
        Variants.of(text).forEach(variant -> addBroken(variant, broken));
        return broken;
    }

    /** Everything in these strings that must not leave. */
    List<Hit> hits(List<PublicString> strings, InsideWords inside) {
        Set<Hit> hits = new LinkedHashSet<>();
        WordIndex index = new WordIndex();
        byText(strings).forEach((text, owners) -> {
            Set<String> broken = new LinkedHashSet<>();
            for (Variants.Variant variant : Variants.of(text)) {
                addBroken(variant, broken);
                index.add(owners, publicAddress.cutOutOf(variant.text()));
            }
            broken.forEach(rule -> owners.forEach(owner -> hits.add(new Hit(rule, owner))));
        });
        addWords(MONITOR, inside.monitors(), index, hits);
        addWords(TENANT, inside.tenants(), index, hits);
        return new ArrayList<>(hits);
    }

    // The files of a site say much the same: most of its strings stand there more than once.
    private static Map<String, List<PublicString>> byText(List<PublicString> strings) {
        return strings.stream()
                .collect(Collectors.groupingBy(PublicString::text, LinkedHashMap::new, Collectors.toList()));
    }

    private void addBroken(Variants.Variant variant, Set<String> broken) {
        if (secrets.finds(variant.text())) {
            broken.add(SECRET);
        }
        String text = publicAddress.cutOutOf(WellKnown.cutOutOf(variant.text()));
        broken.addAll(names.rulesBrokenBy(text));
        LeakRules.ALL.stream()
                .filter(rule -> rule.overLines() || !variant.joined())
                .filter(rule -> rule.matches(text))
                .forEach(rule -> broken.add(rule.id()));
    }

    private static void addWords(String rule, Set<String> words, WordIndex index, Set<Hit> hits) {
        words.stream()
                .filter(word -> !CommonWords.tellNothing(rule, word))
                .flatMap(word -> index.holding(word).stream())
                .forEach(string -> hits.add(new Hit(rule, string)));
    }
}
