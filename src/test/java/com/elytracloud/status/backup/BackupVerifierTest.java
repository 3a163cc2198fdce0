package com.elytracloud.status.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.backup.BackupVerifier.Verified;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.NightlyBackups;
import com.elytracloud.status.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;

class BackupVerifierTest {
    private static final LocalS3 S3 = LocalS3.start().createBucket("backups");
    private static final String MYSQL = "-- MySQL dump 10.13\n" + "INSERT INTO t VALUES (1);\n".repeat(100);
    private static final String POSTGRES = "--\n-- PostgreSQL database dump\n--\n" + "SELECT 1;\n".repeat(200);
    /** {@code bzip2} of "hello hello hello\n". */
    private static final byte[] BZIP2 = HexFormat.of()
            .parseHex("425a6839314159265359e5b5f3090000045100001040000244a00021b5180c029069c2a30bb9229c284872daf98480");

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Test
    void wholeFilesOfEachKindAreWell() throws IOException {
        assertThat(problems("a.sql.gz", gzip(random(5_000)))).isEmpty();
        assertThat(problems("a.zip", zip(random(5_000)))).isEmpty();
        assertThat(problems("a.tar.xz", xz())).isEmpty();
        assertThat(problems("a.sql", (MYSQL + "-- Dump completed on 2028-02-29\n").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(problems(
                        "b.sql",
                        (POSTGRES + "-- PostgreSQL database dump complete\n").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(problems("without-an-ending", gzip(random(5_000)))).isEmpty();
    }

    @Test
    void filesThatWereNotWrittenToTheirEndAreBad() throws IOException {
        byte[] gzip = gzip(random(5_000));
        Arrays.fill(gzip, gzip.length - 2_000, gzip.length, (byte) 0);
        byte[] zip = zip(random(9_000));

        assertThat(problems("c.sql.gz", gzip)).singleElement().asString().contains("ends with zeros");
        assertThat(problems("c.zip", Arrays.copyOf(zip, 6_000)))
                .singleElement()
                .asString()
                .contains("no directory");
        assertThat(problems("c.xz", Arrays.copyOf(xz(), 1_500)))
                .singleElement()
                .asString()
                .contains("does not end as xz");
        assertThat(problems("c.sql", MYSQL.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("Dump completed");
        assertThat(problems("d.sql", POSTGRES.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("database dump complete");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "e.sql.gz, no GZIP",
        "e.zip, no ZIP",
        "e.tar.xz, no XZ",
        "e.tar.bz2, no BZIP2",
        "e.sql, no SQL",
        "e.tar, no TAR",
        "e.tar.zst, no ZSTD",
        "e.7z, no SEVENZIP"
    })
    void whatDoesNotBeginAsItsNameSaysIsBad(String key, String why) {
        byte[] page = "<html>an error page of a proxy</html>".repeat(40).getBytes(StandardCharsets.UTF_8);

        assertThat(problems(key, page)).singleElement().asString().contains(why);
    }

    @ParameterizedTest(name = "{0} begins with {1}: {2}")
    @CsvSource({
        "i.dump, PGDMP, pgdump, true",
        "i.pgdump, PGDMP, pgdump, true",
        "i.sql.gpg, -----BEGIN PGP MESSAGE-----, gpg, false",
        "i.tar.age, age-encryption.org/v1, age, false",
        "data/0/76, BORG_SEG, borg, false",
        "data/24/2420cf19d3b6a998, anything, unknown, false",
    })
    void someFormatsAreRecognizedAndSomeCannotBeChecked(String key, String start, String format, boolean checkable) {
        byte[] file = random(3_000);
        System.arraycopy(start.getBytes(StandardCharsets.US_ASCII), 0, file, 0, start.length());
        S3.put("backups", key, file);

        Verified verified = verify(key).fold(found -> found, () -> null, failure -> null);

        assertThat(verified.format()).isEqualTo(format);
        assertThat(verified.checkable()).isEqualTo(checkable);
        assertThat(verified.problems()).isEmpty();
    }

    @Test
    void aTarArchiveEndsWithEmptyBlocks() {
        byte[] tar = new byte[4_096];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        byte[] cut = tar.clone();
        cut[cut.length - 1] = 1;

        assertThat(problems("j.tar", tar)).isEmpty();
        assertThat(problems("k.tar", cut)).singleElement().asString().contains("no empty blocks");
    }

    @Test
    void anEmptyOrTinyFileIsBad() {
        assertThat(problems("f.sql.gz", new byte[0])).anyMatch(problem -> problem.contains("it has 0 bytes"));
        assertThat(problems("g.tar.bz2", BZIP2)).singleElement().asString().contains("less than 1024");
    }

    @Test
    void theEndOfABzip2FileIsFoundAtAnyBit() {
        assertThat(BackupFormat.BZIP2.wrongEnd(BZIP2, BZIP2)).isEmpty();
        assertThat(BackupFormat.BZIP2.wrongEnd(BZIP2, Arrays.copyOf(BZIP2, BZIP2.length - 6)))
                .isNotEmpty();
    }

    @Test
    void aBackupThatIsNotThereIsNothing() {
        assertThat(verify("missing.gz")).isEqualTo(new Reading.Nothing<>());
    }

    @Test
    void aStorageThatRefusesIsAFailure() {
        S3.put("backups", "h.gz", new byte[2_000]);
        S3.refuse("GET", 403);

        assertThat(verify("h.gz").fold(found -> "found", () -> "nothing", failure -> failure.reason()
                        .name()))
                .isEqualTo("FORBIDDEN");
        S3.reset();
    }

    private static List<String> problems(String key, byte[] bytes) {
        S3.put("backups", key, bytes);
        return verify(key).fold(Verified::problems, () -> List.of("nothing"), failure -> List.of(failure.toString()));
    }

    private static Reading<Verified> verify(String key) {
        Map<String, String> variables = S3.variables();
        variables.put("BACKUP_BUCKET", "backups");
        return new BackupVerifier(new BackupConfig(new Variables(variables::get)), TestStore.of(variables))
                .verify(key, NightlyBackups.POLICY, Deadline.in(Duration.ofSeconds(20)));
    }

    private static byte[] random(int bytes) {
        byte[] content = new byte[bytes];
        new Random(1).nextBytes(content);
        return content;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("dump.sql"));
            zip.write(content);
        }
        return out.toByteArray();
    }

    // Its beginning and end are what is looked at.
    private static byte[] xz() {
        byte[] file = random(3_000);
        System.arraycopy(HexFormat.of().parseHex("fd377a585a00"), 0, file, 0, 6);
        System.arraycopy(HexFormat.of().parseHex("595a"), 0, file, file.length - 2, 2);
        return file;
    }
}
