package com.elytracloud.status.betterstack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;

/**
 * What a page may say of the page after it. Its link is never followed, only its number is asked for at the configured
 * address; but a link that leads elsewhere, or not one page on, means that this is not the listing we think it is.
 */
final class PageLinks {
    /** The hosts it may name: ours, and Better Stack's own, which a proxy may leave as they are. */
    private final Set<String> hosts;

    PageLinks(URI base) {
        hosts = Set.copyOf(List.of(base, BetterStackConfig.PUBLIC).stream()
                .map(PageLinks::host)
                .toList());
    }

    /** Why the link is refused; empty if it leads to that page. */
    Optional<Failure> refusal(String link, int page) {
        try {
            URI address = new URI(link);
            if (address.getHost() == null || !hosts.contains(host(address))) {
                return Optional.of(new Failure(
                        Reason.REDIRECTED,
                        "page %d leads to another host for the next one; credentials stay here".formatted(page - 1)));
            }
            return List.of(String.valueOf(address.getRawQuery()).split("&", -1)).contains("page=" + page)
                    ? Optional.empty()
                    : notTheNext(page);
        } catch (URISyntaxException e) {
            return notTheNext(page);
        }
    }

    private static Optional<Failure> notTheNext(int page) {
        return Optional.of(
                new Failure(Reason.UNREADABLE, "page %d does not lead to the page after it".formatted(page - 1)));
    }

    private static String host(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
