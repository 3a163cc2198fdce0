package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import com.elytracloud.status.contract.SiteFile;

/** Files of the site that are published as they lie in the program: no run can put a word into them. */
final class Shipped {
    private static final String FOLDER = "/com/elytracloud/status/site/";
    /** Between name and ending of a file that browsers may keep for ever. */
    private static final Pattern HASH = Pattern.compile("\\.[a-p]{12}(?=\\.[a-z]+$)");

    private Shipped() {}

    /** Whether a file is, byte for byte, the one in the program, also where its name says what it holds. */
    static boolean is(SiteFile file) {
        return find(HASH.matcher(file.path()).replaceFirst(""))
                .map(bytes -> Arrays.equals(bytes, file.bytes()))
                .orElse(false);
    }

    /** The bytes in the program. */
    static Optional<byte[]> find(String path) {
        try (InputStream in = Shipped.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + path + " cannot be read", e);
        }
    }
}
