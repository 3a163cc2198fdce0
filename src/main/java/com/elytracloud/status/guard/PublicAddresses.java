package com.elytracloud.status.guard;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The company's own addresses, which may be published: hosts, domains with what is below them, and mailboxes. */
final class PublicAddresses {
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?i)(?:https?://)?(?<![\\p{L}\\p{N}_@.-])(?:([\\p{L}\\p{N}._%+-]+)@)?((?:[\\p{L}\\p{N}_-]+\\.)+(?:xn--[a-z0-9-]+|\\p{L}+))(?![\\p{L}\\p{N}_@]|\\.[\\p{L}\\p{N}])"
                    + "(?::(?:443|80))?(?!:\\d)(?:[/?#][^\\s\"'<>)\\]}]*)?");

    private final Set<String> exact = new LinkedHashSet<>();
    private final Set<String> domains = new LinkedHashSet<>();
    private final Set<String> internal;

    /**
     * @param listed hosts, domains and e-mail addresses
     * @param urls public addresses of the site and the company, which imply their domains
     * @param internal configured hosts that stay internal even below a public domain
     */
    PublicAddresses(Collection<String> listed, Collection<URI> urls, Collection<String> internal) {
        for (String entry : listed) {
            String address =
                    lower(entry).replaceFirst("^https?://|^\\*\\.|^\\.", "").replaceFirst("/.*", "");
            add(address, address.replaceFirst(":.*", ""));
        }
        for (URI url : urls) {
            add(lower(url.getHost()), domain(lower(url.getHost())));
        }
        this.internal = internal.stream().map(PublicAddresses::lower).collect(Collectors.toSet());
    }

    private void add(String address, String domain) {
        exact.add(address);
        if (!address.contains("@") && !isShared(address)) {
            domains.add(domain);
        }
    }

    /** The text without the addresses that may be published. */
    String cutOutOf(String text) {
        return exact.isEmpty()
                ? text
                : CANDIDATE
                        .matcher(text)
                        .replaceAll(found -> allows(found) ? " " : Matcher.quoteReplacement(found.group()));
    }

    private boolean allows(MatchResult found) {
        String host = lower(found.group(2));
        String mailbox = found.group(1);
        if (mailbox == null || found.group().contains("://")) {
            return mailbox == null && allows(host);
        }
        return exact.contains(lower(mailbox) + "@" + host) || allows(host);
    }

    private boolean allows(String host) {
        return !internal.contains(host)
                && (exact.contains(host) || domains.stream().anyMatch(domain -> isBelow(host, domain)));
    }

    private static boolean isBelow(String host, String domain) {
        return host.equals(domain)
                || (host.endsWith("." + domain)
                        && Arrays.stream(host.substring(0, host.length() - domain.length() - 1)
                                        .split("\\."))
                                .noneMatch(HostNames::isMachineLabel));
    }

    // Anyone can have a host below these domains: only the exact host is ours.
    private static boolean isShared(String host) {
        return Words.list("shared-domains").stream().anyMatch(domain -> ("." + host).endsWith("." + domain));
    }

    // status.elytra.com and elytra.com imply elytra.com, status.elytra.co.uk implies elytra.co.uk
    private static String domain(String host) {
        String rest = host.substring(host.indexOf('.') + 1);
        boolean isSuffix = rest.matches("[a-z]+\\.[a-z]{2}")
                && Words.list("second-level").contains(rest.substring(0, rest.indexOf('.')));
        return rest.contains(".") && !isSuffix ? rest : host;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
