package com.elytracloud.status.backup;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The supported backup formats, recognised by their first and last bytes. */
enum BackupFormat {
    GZIP("\\.(gz|tgz|gzip)", "\\x1f\\x8b\\x08"),
    ZIP("\\.(zip|jar)", "PK(\\x03\\x04|\\x05\\x06)"),
    XZ("\\.(xz|txz)", "\\xfd7zXZ\\x00"),
    BZIP2("\\.(bz2|tbz2?)", "BZh[1-9](1AY&SY|\\x17rE8P\\x90)"),
    ZSTD("\\.(zst|tzst)", "\\x28\\xb5\\x2f\\xfd"),
    SEVENZIP("\\.7z(\\.001)?", "7z\\xbc\\xaf\\x27\\x1c"),
    TAR("\\.tar", ".{257}ustar"),
    PGDUMP("\\.(pgdump|pgdmp)", "PGDMP"),
    AGE("\\.age", "age-encryption\\.org/v1|-----BEGIN AGE"),
    /** An armored message, or a packet with a session key: the old and the new form of tags 1 and 3. */
    GPG("\\.(gpg|pgp)", "-----BEGIN PGP MESSAGE|[\\x84\\x85\\x8c\\x8d\\xc1\\xc3]"),
    /** A segment of a repository, which has no name of its own. */
    BORG("(?!)", "BORG_SEG"),
    SQL(
            "\\.(sql|dump)",
            "(?i)\\s*(--|/\\*|#|create |insert |set |begin|drop |use |start transaction|pragma |copy |alter )");

    private static final int GZIP_TRAILER = 8;
    private static final int TAR_TRAILER = 1024;
    private static final int BZIP2_TRAILER = 11;
    /** The end marker, which may begin at any bit. */
    private static final String BZIP2_END = bits("\u0017rE8P\u0090");

    private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f]");
    private static final Pattern MYSQL = Pattern.compile("-- (MySQL|MariaDB) dump");

    private final Pattern ending;
    private final Pattern beginning;

    BackupFormat(String ending, String beginning) {
        this.ending = Pattern.compile(ending + "$");
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    }

    /** Whether the first bytes are those of this format. */
    boolean beginsAs(byte[] first) {
        String text = text(first);
        return beginning.matcher(text).lookingAt()
                && (this != SQL || !BINARY.matcher(text).find());
    }

    /** What is wrong with the last bytes, for a sentence that begins with "it"; empty if nothing. */
    String wrongEnd(byte[] first, byte[] last) {
        String end = text(last);
        return switch (this) {
            // A checksum and a length, which can be anything but hardly nothing.
            case GZIP -> unless(!isZero(end, GZIP_TRAILER), "ends with zeros and not with a checksum");
            case ZIP -> unless(end.contains("PK\u0005\u0006"), "has no directory at its end");
            case XZ -> unless(end.matches("(?s).*YZ(\\x00{4})*"), "does not end as xz files do");
            case BZIP2 -> unless(bits(tail(end, BZIP2_TRAILER)).contains(BZIP2_END), "has no end marker");
            case TAR ->
                unless(end.length() >= TAR_TRAILER && isZero(end, TAR_TRAILER), "has no empty blocks at its end");
            // They do not say where they end; one that was cut by a full disk often ends with zeros.
            case ZSTD, SEVENZIP, PGDUMP -> unless(!isZero(end, end.length()), "ends with zeros");
            case SQL -> wrongEndOfSql(text(first), end);
            case AGE, GPG, BORG -> "";
        };
    }

    /** Whether a file of this format shows if it is complete; one that is encrypted or deduplicated does not. */
    boolean isCheckable() {
        return this != AGE && this != GPG && this != BORG;
    }

    /** Whether a file named for this format may have the other one: a dump may be text or an archive. */
    boolean mayBe(BackupFormat other) {
        return this == other || (this == SQL && other == PGDUMP);
    }

    /** The format that a name promises. */
    static Optional<BackupFormat> promisedBy(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.ending.matcher(name).find())
                .findFirst();
    }

    /** The format that the first bytes are of. */
    static Optional<BackupFormat> of(byte[] first) {
        return Stream.of(values()).filter(format -> format.beginsAs(first)).findFirst();
    }

    private static String wrongEndOfSql(String begun, String end) {
        if (BINARY.matcher(end).find()) {
            return "ends with bytes that are no text";
        }
        if (MYSQL.matcher(begun).find() && !end.contains("-- Dump completed")) {
            return "has no \"Dump completed\" at its end";
        }
        boolean isPostgres = begun.contains("PostgreSQL database dump");
        return unless(
                !isPostgres || end.contains("database dump complete"), "has no \"database dump complete\" at its end");
    }

    private static String unless(boolean well, String fault) {
        return well ? "" : fault;
    }

    /** One character for each byte. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String tail(String text, int length) {
        return text.substring(Math.max(0, text.length() - length));
    }

    private static boolean isZero(String text, int last) {
        return tail(text, last).chars().allMatch(c -> c == 0);
    }

    private static String bits(String bytes) {
        StringBuilder bits = new StringBuilder();
        bytes.chars().forEach(c -> bits.append(Integer.toBinaryString(c | 0x100).substring(1)));
        return bits.toString();
    }
}
