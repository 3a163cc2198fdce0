package com.elytracloud.status.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside this class, and whether this JVM found its classes loaded. */
final class BuildVersion implements IVersionProvider {
    /** Set by {@code bin/elytra} where it names a cache to the JVM. */
    private static final String CACHE = "elytra.cache";

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("build.properties")) {
            build.load(in);
        }
        return new String[] {"elytra " + build.getProperty("version"), cache()};
    }

    // What does not fit makes a JVM go without any: its own word is the only one that counts.
    private static String cache() {
        boolean chosen = System.getProperty(CACHE) != null;
        boolean used = chosen && System.getProperty("java.vm.info", "").contains("sharing");
        return used
                ? "with the cache that bin/elytra-train made for this Java"
                : chosen
                        ? "without a cache: this Java refuses the one there is; bin/elytra-train makes it anew"
                        : "without a cache: bin/elytra-train makes one for this Java, and runs start in half the time";
    }
}
