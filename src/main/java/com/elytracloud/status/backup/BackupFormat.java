package com.elytracloud.status.backup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The supported backup formats, recognised by their first and last bytes. */
enum BackupFormat {
    /** Ends with a checksum and a length, which can be anything but hardly nothing. */
    GZIP("gz|tgz|gzip", "\\x1f\\x8b\\x08", ".*[^\\x00].{0,7}", "ends with zeros and not with a checksum"),
    ZIP("zip|jar", "PK(\\x03\\x04|\\x05\\x06)", ".*PK\\x05\\x06.*", "has no directory at its end"),
    XZ("xz|txz", "\\xfd7zXZ\\x00", ".*YZ(\\x00{4})*", "does not end as xz files do"),
    /** The end marker may begin at any bit; a checksum and up to seven bits follow. */
    BZIP2(
            "bz2|tbz2?",
            "BZh[1-9](1AY&SY|\\x17rE8P\\x90)",
            ".*101110111001001000101001110000101000010010000.{32,40}",
            "has no end marker"),
    TAR("tar", ".{257}ustar", ".*\\x00{1024}", "has no empty blocks at its end"),
    // They do not say where they end; one that was cut by a full disk often ends with zeros.
    ZSTD("zst|tzst", "\\x28\\xb5\\x2f\\xfd", ".*[^\\x00].*", "ends with zeros"),
    SEVENZIP("7z(\\.001)?", "7z\\xbc\\xaf\\x27\\x1c", ".*[^\\x00].*", "ends with zeros"),
    PGDUMP("pgdump|pgdmp", "PGDMP", ".*[^\\x00].*", "ends with zeros"),
    AGE("age", "age-encryption\\.org/v1|-----BEGIN AGE"),
    /** An armored message, or a packet with a session key: the old and the new form of tags 1 and 3. */
    GPG("gpg|pgp", "-----BEGIN PGP MESSAGE|[\\x84\\x85\\x8c\\x8d\\xc1\\xc3]"),
    /** A segment of a repository, which has no name of its own. */
    BORG("(?!)", "BORG_SEG"),
    SQL(
            "sql|dump",
            "(?i)(?=[^\\x00-\\x08\\x0b\\x0e-\\x1f]*\\z)"
                    + "\\s*(--|/\\*|#|create |insert |set |begin|drop |use |start transaction|pragma |copy |alter )",
            "[^\\x00-\\x08\\x0b\\x0e-\\x1f]*",
            "ends with bytes that are no text");

    /** What a dump ends with, by what it begins with. */
    private static final Map<String, String> DUMPS = Map.of(
            "-- MySQL dump", "Dump completed",
            "-- MariaDB dump", "Dump completed",
            "PostgreSQL database dump", "database dump complete");

    private final Pattern name;
    private final Pattern beginning;
    private final Pattern end;
    private final String fault;

    /** A format that does not show whether a file is complete: it is encrypted or deduplicated. */
    BackupFormat(String endings, String beginning) {
        this(endings, beginning, ".*", "");
    }

    BackupFormat(String endings, String beginning, String end, String fault) {
        this.name = Pattern.compile("(?is).*\\.(" + endings + ")");
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
        this.end = Pattern.compile(end, Pattern.DOTALL);
        this.fault = fault;
    }

    /** What is wrong with the last bytes, for a sentence that begins with "it"; empty if nothing. */
    String wrongEnd(byte[] first, byte[] last) {
        String ending = this == BZIP2 ? new BigInteger(1, last).toString(2) : text(last);
        if (!end.matcher(ending).matches()) {
            return fault;
        }
        return DUMPS.entrySet().stream()
                .filter(dump -> this == SQL && text(first).contains(dump.getKey()) && !ending.contains(dump.getValue()))
                .map(dump -> "has no \"%s\" at its end".formatted(dump.getValue()))
                .findFirst()
                .orElse("");
    }

    /** Whether a file of this format shows if it is complete. */
    boolean isCheckable() {
        return !fault.isEmpty();
    }

    /** Whether a file named for this format may have the other one: a dump may be text or an archive. */
    boolean mayBe(BackupFormat other) {
        return this == other || (this == SQL && other == PGDUMP);
    }

    /** The format that a name promises. */
    static Optional<BackupFormat> promisedBy(String key) {
        return Stream.of(values())
                .filter(format -> format.name.matcher(key).matches())
                .findFirst();
    }

    /** The format that the first bytes are of. */
    static Optional<BackupFormat> of(byte[] first) {
        return Stream.of(values())
                .filter(format -> format.beginning.matcher(text(first)).lookingAt())
                .findFirst();
    }

    /** One character for each byte. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
