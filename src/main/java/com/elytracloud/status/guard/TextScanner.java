package com.elytracloud.status.guard;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks one text that will be public against all rules. */
final class TextScanner {
    /** Rules for a text as it was entered; the others see it normalized. */
    private static final List<String> AS_ENTERED = List.of("replacement-character", "control-character");

    private static final Rule SECRET = new Rule(
            "secret",
            "a configured secret",
            "Remove it, and rotate it if it was ever in a public text.",
            List.of(),
            List.of(),
            (text, found) -> true,
            List.of(),
            List.of(),
            false);

    private static final List<Rule> RULES = RuleTable.read();

    private final PublicAddresses addresses;
    private final Predicate<String> holdsSecret;

    /** @param holdsSecret finds configured secrets */
    TextScanner(PublicAddresses addresses, Predicate<String> holdsSecret) {
        this.addresses = addresses;
        this.holdsSecret = holdsSecret;
    }

    /** Every rule of the table. */
    static List<Rule> rules() {
        return RULES;
    }

    /** Whether a text contains a credential that is recognised by its form. */
    static boolean holdsToken(String plain) {
        return RULES.stream()
                .takeWhile(rule -> !rule.id().equals("assignment"))
                .anyMatch(rule -> rule.isBrokenBy(plain));
    }

    /** The rules that a text breaks as it is, or with its percent and entity encoding decoded. */
    List<Rule> brokenBy(String text) {
        String plain = PlainText.of(text);
        String decoded = PlainText.of(PlainText.decoded(plain));
        Stream<Rule> asEntered =
                RULES.stream().filter(rule -> AS_ENTERED.contains(rule.id())).filter(rule -> rule.isBrokenBy(text));
        return Stream.concat(asEntered, Stream.of(plain, decoded).distinct().flatMap(this::broken))
                .distinct()
                .toList();
    }

    private Stream<Rule> broken(String plain) {
        String others = addresses.cutOutOf(plain);
        Stream<Rule> secret = holdsSecret.test(plain) ? Stream.of(SECRET) : Stream.empty();
        return Stream.concat(secret, RULES.stream().filter(rule -> rule.isBrokenBy(rule.isAddress() ? others : plain)));
    }
}
