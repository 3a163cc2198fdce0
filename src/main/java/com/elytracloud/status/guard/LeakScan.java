package com.elytracloud.status.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import com.elytracloud.status.run.InsideWords;

/** Holds rules, secrets and words of the inside against strings. */
final class LeakScan {
    static final String SECRET = "secret";
    static final String MONITOR = "monitor";
    static final String TENANT = "tenant";
    static final String TOO_ENCODED = "too-encoded";

    private final PublicAddress publicAddress;
    private final SecretScan secrets;
    private final InsideNames names;
    /** The texts of the last site, and no others: what is kept does not grow. */
    private final AtomicReference<Map<String, Scanned>> lastTime = new AtomicReference<>(Map.of());

    LeakScan(PublicAddress publicAddress, SecretScan secrets, InsideNames names) {
        this.publicAddress = publicAddress;
        this.secrets = secrets;
        this.names = names;
    }

    /**
     * What was found of one text.
     *
     * @param plain each way to read it, for the words of the inside, which change with every run
     */
    private record Scanned(Set<String> broken, List<String> plain) {}

    /** A rule that a string breaks. */
    record Hit(String rule, PublicString where) {}

    /** The rules that one text breaks, by id. */
    Set<String> rulesBrokenBy(String text) {
        return scan(text).broken();
    }

    /** Everything in these strings that must not leave. */
    List<Hit> hits(List<PublicString> strings, InsideWords inside) {
        Set<Hit> hits = new LinkedHashSet<>();
        WordIndex index = new WordIndex();
        Map<String, List<PublicString>> ownersByText = byText(strings);
        for (Map.Entry<String, Scanned> each : scanned(ownersByText.keySet()).entrySet()) {
            List<PublicString> owners = ownersByText.get(each.getKey());
            each.getValue().plain().forEach(plain -> index.add(owners, plain));
            each.getValue().broken().forEach(rule -> owners.forEach(owner -> hits.add(new Hit(rule, owner))));
        }
        addWords(MONITOR, inside.monitors(), index, hits);
        addWords(TENANT, inside.tenants(), index, hits);
        return new ArrayList<>(hits);
    }

    // What a text breaks depends on nothing but the text and the settings: most of a site says what it said a run ago.
    private Map<String, Scanned> scanned(Set<String> texts) {
        Map<String, Scanned> before = lastTime.get();
        Map<String, Scanned> now = new LinkedHashMap<>();
        texts.forEach(text -> {
            Scanned known = before.get(text);
            now.put(text, known == null ? scan(text) : known);
        });
        lastTime.set(now);
        return now;
    }

    private Scanned scan(String text) {
        Set<String> broken = new LinkedHashSet<>();
        List<String> plain = new ArrayList<>();
        List<Variants.Variant> variants = Variants.of(text);
        for (Variants.Variant variant : variants) {
            addBroken(variant, broken);
            plain.add(publicAddress.cutOutOf(variant.text()));
        }
        // There may be more, and nobody looked: a text of a person has one or two.
        if (variants.size() == Variants.MOST) {
            broken.add(TOO_ENCODED);
        }
        return new Scanned(broken, plain);
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
        String small = text.toLowerCase(Locale.ROOT);
        // No stream: made for each reading of each text, it costs a cold start more than what it does.
        for (LeakRule rule : LeakRules.ALL) {
            if ((rule.overLines() || !variant.joined()) && rule.matches(text, small)) {
                broken.add(rule.id());
            }
        }
    }

    private static void addWords(String rule, Set<String> words, WordIndex index, Set<Hit> hits) {
        words.stream()
                .filter(word -> !CommonWords.tellNothing(rule, word))
                .flatMap(word -> index.holding(word).stream())
                .forEach(string -> hits.add(new Hit(rule, string)));
    }
}
