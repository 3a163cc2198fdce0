package com.elytracloud.status.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;

/** The operator's picture, published with the site under a name that changes with its content. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Logo(byte[] bytes, boolean isPng) {
    private static final int MAX_BYTES = 100 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final String DATA = "data:image/";
    // Opened on its own, an SVG may run scripts under the address of the site.
    private static final Pattern ACTIVE =
            Pattern.compile("<script|<foreignobject|\\son\\w+\\s*=|javascript:|<!entity", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a file, or a {@code data:} address as environments without files need it.
     *
     * @throws IllegalArgumentException whose message lists what is allowed
     */
    static Logo read(String setting) {
        byte[] bytes = setting.startsWith(DATA) ? decoded(setting) : content(setting);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("is larger than 100 KB");
        }
        if (Arrays.equals(PNG, Arrays.copyOf(bytes, PNG.length))) {
            return new Logo(bytes, true);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.contains("<svg")) {
            throw new IllegalArgumentException("is neither an SVG nor a PNG file");
        }
        if (ACTIVE.matcher(text).find()) {
            throw new IllegalArgumentException("is an SVG file with scripts; export it as a plain SVG or PNG file");
        }
        return new Logo(bytes, false);
    }

    SiteFile file() {
        String type = isPng ? "image/png" : "image/svg+xml; charset=utf-8";
        return new SiteFile(path(), type, Caching.IMMUTABLE, bytes);
    }

    public String path() {
        return "logo.%s.%s".formatted(Digests.shortId(bytes), isPng ? "png" : "svg");
    }

    private static byte[] decoded(String address) {
        int comma = address.indexOf(";base64,");
        if (comma < 0) {
            throw new IllegalArgumentException("must be data:image/png;base64,… or data:image/svg+xml;base64,…");
        }
        return Base64.getMimeDecoder().decode(address.substring(comma + ";base64,".length()));
    }

    private static byte[] content(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be read; it is the path of an SVG or PNG file", e);
        }
    }
}
