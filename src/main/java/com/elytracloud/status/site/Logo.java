package com.elytracloud.status.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

import com.elytracloud.status.contract.SiteFile;

/** The operator's picture, published with the site under a name that changes with its content. */
final class Logo {
    private static final int MAX_BYTES = 100 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    // Opened on its own, an SVG may run scripts under the address of the site.
    private static final Pattern ACTIVE =
            Pattern.compile("<script|<foreignobject|\\son\\w+\\s*=|javascript:|<!entity", Pattern.CASE_INSENSITIVE);

    private Logo() {}

    /**
     * Reads a file, or a {@code data:} address as environments without files need it.
     *
     * @throws IllegalArgumentException whose message lists what is allowed
     */
    static SiteFile read(String setting) {
        byte[] bytes = content(setting);
        boolean isPng = Arrays.equals(PNG, Arrays.copyOf(bytes, PNG.length));
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("is larger than 100 KB");
        }
        if (!isPng && !text.contains("<svg")) {
            throw new IllegalArgumentException("is neither an SVG nor a PNG file");
        }
        if (!isPng && ACTIVE.matcher(text).find()) {
            throw new IllegalArgumentException("is an SVG file with scripts; export it as a plain SVG or PNG file");
        }
        return isPng
                ? PageAssets.hashed("logo.png", "image/png", bytes)
                : PageAssets.hashed("logo.svg", "image/svg+xml; charset=utf-8", bytes);
    }

    private static byte[] content(String setting) {
        if (setting.startsWith("data:image/")) {
            String[] parts = setting.split(";base64,", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("must be data:image/png;base64,… or data:image/svg+xml;base64,…");
            }
            return Base64.getMimeDecoder().decode(parts[1]);
        }
        try {
            return Files.readAllBytes(Path.of(setting));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be read; it is the path of an SVG or PNG file", e);
        }
    }
}
