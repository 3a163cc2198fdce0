package com.elytracloud.status.guard;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks one text that will be public against all rules. */
final class TextScanner {
    private static final Rule UNREADABLE = Rule.of(
                    "replacement-character",
                    "U+FFFD, which stands for bytes that are not UTF-8",
                    "Enter the text again in a UTF-8 locale, for example with LC_ALL=C.UTF-8.",
                    "\uFFFD")
            .refuses("M\uFFFD\uFFFDller")
            .accepts("Müller");

    private static final Rule CONTROL = Rule.of(
                    "control-character",
                    "a control character or a mark that changes the direction of writing",
                    "Type the text again; copied text may bring invisible characters with it.",
                    "[\\p{Cc}&&[^\\n\\r\\t]]|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]")
            .refuses("a\u0007b", "a\u202Eb")
            .accepts("two\nlines", "a\u200Db");

    private static final Rule SECRET = Rule.of(
            "secret", "a configured secret", "Remove it, and rotate it if it was ever in a public text.", "(?!)");

    /** Rules for a text as it was entered. */
    static final List<Rule> AS_ENTERED = List.of(UNREADABLE, CONTROL);

    private final PublicAddresses addresses;
    private final Predicate<String> holdsSecret;

    /** @param holdsSecret finds configured secrets */
    TextScanner(PublicAddresses addresses, Predicate<String> holdsSecret) {
        this.addresses = addresses;
        this.holdsSecret = holdsSecret;
    }

    /** Every rule there is, for the docs and the tests of the examples. */
    static Stream<Rule> rules() {
        return Stream.of(AS_ENTERED, TokenRules.ALL, PasswordRules.ALL, AddressRules.ALL)
                .flatMap(List::stream);
    }

    /** The rules that a text breaks as it is, or with its percent and entity encoding decoded. */
    List<Rule> brokenBy(String text) {
        String plain = PlainText.of(text);
        String decoded = PlainText.decoded(plain);
        Stream<Rule> asEntered = AS_ENTERED.stream().filter(rule -> rule.isBrokenBy(text));
        Stream<Rule> readings =
                decoded.equals(plain) ? broken(plain) : Stream.concat(broken(plain), broken(PlainText.of(decoded)));
        return Stream.concat(asEntered, readings).distinct().toList();
    }

    private Stream<Rule> broken(String plain) {
        String others = addresses.cutOutOf(plain);
        return Stream.of(
                        holdsSecret.test(plain) ? Stream.of(SECRET) : Stream.<Rule>empty(),
                        Stream.of(TokenRules.ALL, PasswordRules.ALL)
                                .flatMap(List::stream)
                                .filter(rule -> rule.isBrokenBy(plain)),
                        AddressRules.ALL.stream().filter(rule -> rule.isBrokenBy(others)))
                .flatMap(broken -> broken);
    }
}
