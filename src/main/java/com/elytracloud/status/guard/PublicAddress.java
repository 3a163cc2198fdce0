package com.elytracloud.status.guard;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one address that may be said: where readers find the site. */
final class PublicAddress {
    private final Optional<Pattern> address;
    private final String host;

    /** @param statusUrl where {@code status.json} is read; empty if that is not configured */
    PublicAddress(Optional<URI> statusUrl) {
        address = statusUrl.map(PublicAddress::pattern);
        host = statusUrl.map(url -> small(url.getHost())).orElse("");
    }

    /** The text without the address; a user before it or a name beyond it makes it another one. */
    String cutOutOf(String text) {
        // Nearly no text names the host, and looking for it costs next to nothing beside the pattern.
        return address.filter(pattern -> small(text).contains(host))
                .map(pattern -> pattern.matcher(text).replaceAll(" "))
                .orElse(text);
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Pattern pattern(URI url) {
        // Never nothing: then any name could follow the host.
        String folder = url.resolve(".").getRawPath();
        return Pattern.compile(
                "(?i)(?:(?<![a-z0-9+.-])https?://)?(?<![\\p{L}\\p{N}_.@-])%s(?::%s)?(?:%s|(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}]|:|@))"
                        .formatted(
                                Pattern.quote(url.getHost()),
                                url.getPort() < 0 ? "(?:443|80)" : url.getPort(),
                                folder.isEmpty() ? "/" : Pattern.quote(folder)));
    }
}
