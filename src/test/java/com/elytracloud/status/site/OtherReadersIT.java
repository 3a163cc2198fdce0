package com.elytracloud.status.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.testing.HostileTexts;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs of others read the site in every state and language: clients from npm, the Nu Html Checker and Lighthouse. */
@Tag("nightly")
class OtherReadersIT {
    private static final Path PROGRAMS = Path.of("src/test/formats");
    private static final Path SITES =
            Path.of(System.getProperty("build.directory", "target"), "sites").toAbsolutePath();

    @Test
    void readEveryState() throws Exception {
        for (Language language : Language.values()) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            for (Sample sample : Sample.values()) {
                write(sample.toString(), language, sample.status(now), sample.history(now));
            }
            HistoryDocument history = Sample.OUTAGE.history(now);
            write("hostile", language, HostileTexts.in(Sample.OUTAGE.status(now)), history);
            write("fullest", language, FullestSite.status(now), FullestSite.history(now));
        }

        assertThat(exitCode("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
                .as("npm ci; on Debian: apt-get install npm")
                .isZero();
        assertThat(exitCode("npm", "test")).as("npm test").isZero();
    }

    private static void write(String name, Language language, StatusDocument status, HistoryDocument history)
            throws IOException {
        SiteIdentity site =
                new SiteIdentity(null, URI.create("https://status.example.com/"), null, language, Brand.NONE);
        Path folder = SITES.resolve(name + "-" + language.code());
        for (SiteFile each : new StaticSite(site).render(status, history)) {
            Path file = folder.resolve(each.path());
            Files.createDirectories(file.getParent());
            Files.write(file, each.bytes());
        }
    }

    private static int exitCode(String... command) throws IOException, InterruptedException {
        ProcessBuilder program =
                new ProcessBuilder(command).directory(PROGRAMS.toFile()).inheritIO();
        program.environment().put("SITES", SITES.toString());
        program.environment().putIfAbsent("CHROME_PATH", "/usr/bin/chromium");
        return program.start().waitFor();
    }
}
