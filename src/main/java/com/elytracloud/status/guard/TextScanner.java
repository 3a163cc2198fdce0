package com.elytracloud.status.guard;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.TextGuard.BrokenRule;

/** Checks texts against all rules, with the secrets and public addresses of the settings as they are now. */
@Singleton
final class TextScanner {
    /** Rules for a text as it was entered; the others see it normalized. */
    private static final Set<String> AS_ENTERED = Set.of("replacement-character", "control-character");

    private static final BrokenRule SECRET = new BrokenRule(
            "secret", "a configured secret", "Remove it, and rotate it if it was ever in a public text.");

    private final Settings settings;
    private final Variables variables;
    private int refreshes;
    private Values values;

    TextScanner(Settings settings, Variables variables) {
        this.settings = settings;
        this.variables = variables;
    }

    /** Finds the secrets as they are now. */
    SecretFinder secrets() {
        return values().secrets;
    }

    /** The rules that a text breaks as it is, or with its percent and entity encoding decoded. */
    List<BrokenRule> brokenBy(String text) {
        Values now = values();
        String plain = PlainText.of(text);
        Stream<BrokenRule> asEntered = Rule.ALL.stream()
                .filter(rule -> AS_ENTERED.contains(rule.id()) && rule.isBrokenBy(text))
                .map(Rule::broken);
        return Stream.concat(
                        asEntered,
                        Stream.of(plain, PlainText.of(PlainText.decoded(plain)))
                                .distinct()
                                .flatMap(now::broken))
                .distinct()
                .toList();
    }

    private synchronized Values values() {
        if (values == null || refreshes != variables.refreshes()) {
            refreshes = variables.refreshes();
            values = read(new SettingsReader(variables, Set.of()));
        }
        return values;
    }

    private Values read(SettingsReader reader) {
        List<String> listed = reader.list("PUBLIC_ADDRESSES");
        List<URI> urls = Stream.of("STATUS_PUBLIC_URL", "SITE_HOME_URL")
                .flatMap(variable -> reader.address(variable).stream())
                .toList();
        List<String> internal = settings.internalNames().stream()
                .filter(name -> urls.stream().noneMatch(url -> name.equalsIgnoreCase(url.getHost())))
                .toList();
        List<String> open =
                Stream.concat(listed.stream(), urls.stream().map(URI::toString)).toList();
        List<String> secrets = settings.secrets().stream().map(Secret::value).toList();
        return new Values(new PublicAddresses(listed, urls, internal), SecretFinder.of(secrets, open));
    }

    /** What may be published and what must not be, until the secrets are read again. */
    private record Values(PublicAddresses addresses, SecretFinder secrets) {
        Stream<BrokenRule> broken(String plain) {
            String others = addresses.cutOutOf(plain);
            return Stream.concat(
                    secrets.findsInPublic(plain) ? Stream.of(SECRET) : Stream.empty(),
                    Rule.ALL.stream()
                            .filter(rule -> rule.isBrokenBy(rule.isAddress() ? others : plain))
                            .map(Rule::broken));
        }
    }
}
