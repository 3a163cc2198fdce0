package com.elytracloud.status.guard;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.elytracloud.status.run.TextGuard.BrokenRule;

/** Checks one text that will be public against all rules. */
record TextScanner(PublicAddresses addresses, SecretFinder secrets) {
    /** Every rule of the table. */
    static final List<Rule> RULES = Rule.table();

    /** Rules for a text as it was entered; the others see it normalized. */
    private static final Set<String> AS_ENTERED = Set.of("replacement-character", "control-character");

    private static final BrokenRule SECRET = new BrokenRule(
            "secret", "a configured secret", "Remove it, and rotate it if it was ever in a public text.");

    /** Whether a text contains a credential that is recognised by its form. */
    static boolean holdsToken(String plain) {
        return RULES.stream()
                .takeWhile(rule -> !rule.id().equals("assignment"))
                .anyMatch(rule -> rule.isBrokenBy(plain));
    }

    /** The rules that a text breaks as it is, or with its percent and entity encoding decoded. */
    List<BrokenRule> brokenBy(String text) {
        String plain = PlainText.of(text);
        Stream<BrokenRule> asEntered = RULES.stream()
                .filter(rule -> AS_ENTERED.contains(rule.id()) && rule.isBrokenBy(text))
                .map(Rule::broken);
        return Stream.concat(
                        asEntered,
                        Stream.of(plain, PlainText.of(PlainText.decoded(plain)))
                                .distinct()
                                .flatMap(this::broken))
                .distinct()
                .toList();
    }

    private Stream<BrokenRule> broken(String plain) {
        String others = addresses.cutOutOf(plain);
        return Stream.concat(
                secrets.findsInPublic(plain) ? Stream.of(SECRET) : Stream.empty(),
                RULES.stream()
                        .filter(rule -> rule.isBrokenBy(rule.isAddress() ? others : plain))
                        .map(Rule::broken));
    }
}
