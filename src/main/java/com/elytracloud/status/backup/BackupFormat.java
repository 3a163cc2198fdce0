package com.elytracloud.status.backup;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a backup may be written in, and by what its first and last bytes are known. */
enum BackupFormat {
    GZIP("\\.(gz|tgz|gzip)") {
        @Override
        boolean beginsAs(byte[] first) {
            return startsWith(first, "1f8b08");
        }

        // The last eight bytes are a checksum and a length, which can be anything but hardly nothing.
        @Override
        String wrongEnd(byte[] first, byte[] last) {
            return isZero(last, GZIP_TRAILER) ? "ends with zeros and not with a checksum" : "";
        }
    },
    ZIP("\\.(zip|jar)") {
        @Override
        boolean beginsAs(byte[] first) {
            return startsWith(first, "504b0304") || startsWith(first, "504b0506");
        }

        @Override
        String wrongEnd(byte[] first, byte[] last) {
            return hex(last).contains("504b0506") ? "" : "has no directory at its end";
        }
    },
    XZ("\\.(xz|txz)") {
        @Override
        boolean beginsAs(byte[] first) {
            return startsWith(first, "fd377a585a00");
        }

        @Override
        String wrongEnd(byte[] first, byte[] last) {
            return Pattern.matches("(?s).*595a(00000000)*", hex(last)) ? "" : "does not end as xz files do";
        }
    },
    BZIP2("\\.(bz2|tbz2?)") {
        @Override
        boolean beginsAs(byte[] first) {
            return Pattern.matches("425a683[1-9](314159265359|177245385090).*", hex(first));
        }

        // The mark of the end may begin at any bit; four bytes and less than one follow.
        @Override
        String wrongEnd(byte[] first, byte[] last) {
            String bits = Hex.bits(last, BZIP2_TRAILER);
            return bits.contains(Hex.bits(BZIP2_END)) ? "" : "has no mark of the end";
        }
    },
    ZSTD("\\.(zst|tzst)") {
        @Override
        boolean beginsAs(byte[] first) {
            return startsWith(first, "28b52ffd");
        }

        @Override
        String wrongEnd(byte[] first, byte[] last) {
            return isZero(last, last.length) ? "ends with zeros" : "";
        }
    },
    SEVENZIP("\\.7z(\\.001)?") {
        @Override
        boolean beginsAs(byte[] first) {
            return startsWith(first, "377abcaf271c");
        }

        @Override
        String wrongEnd(byte[] first, byte[] last) {
            return isZero(last, last.length) ? "ends with zeros" : "";
        }
    },
    TAR("\\.tar") {
        @Override
        boolean beginsAs(byte[] first) {
            return first.length > TAR_MAGIC + 5 && text(first, TAR_MAGIC, 5).equals("ustar");
        }

        @Override
        String wrongEnd(byte[] first, byte[] last) {
            return last.length >= TAR_TRAILER && isZero(last, TAR_TRAILER) ? "" : "has no empty blocks at its end";
        }
    },
    PGDUMP("\\.(pgdump|pgdmp)") {
        @Override
        boolean beginsAs(byte[] first) {
            return startsWith(first, HexFormat.of().formatHex("PGDMP".getBytes(StandardCharsets.US_ASCII)));
        }

        // A custom dump does not say where it ends; one that was cut by a full disk often ends with zeros.
        @Override
        String wrongEnd(byte[] first, byte[] last) {
            return isZero(last, last.length) ? "ends with zeros" : "";
        }
    },
    AGE("\\.age") {
        @Override
        boolean beginsAs(byte[] first) {
            return text(first).startsWith("age-encryption.org/v1")
                    || text(first).startsWith("-----BEGIN AGE");
        }

        @Override
        boolean isCheckable() {
            return false;
        }
    },
    GPG("\\.(gpg|pgp)") {
        // An armored message, or a packet with a session key: the old and the new form of tags 1 and 3.
        @Override
        boolean beginsAs(byte[] first) {
            return text(first).startsWith("-----BEGIN PGP MESSAGE")
                    || Pattern.matches("(84|85|8c|8d|c1|c3).*", hex(first));
        }

        @Override
        boolean isCheckable() {
            return false;
        }
    },
    BORG("") {
        @Override
        boolean beginsAs(byte[] first) {
            return text(first).startsWith("BORG_SEG");
        }

        @Override
        boolean isCheckable() {
            return false;
        }
    },
    SQL("\\.(sql|dump)") {
        @Override
        boolean beginsAs(byte[] first) {
            return isText(first) && SQL_START.matcher(text(first)).lookingAt();
        }

        @Override
        String wrongEnd(byte[] first, byte[] last) {
            if (!isText(last)) {
                return "ends with bytes that are no text";
            }
            String begun = text(first);
            if (Pattern.compile("-- (MySQL|MariaDB) dump").matcher(begun).find()
                    && !text(last).contains("-- Dump completed")) {
                return "has no \"Dump completed\" at its end";
            }
            return begun.contains("PostgreSQL database dump") && !text(last).contains("database dump complete")
                    ? "has no \"database dump complete\" at its end"
                    : "";
        }
    };

    private static final int GZIP_TRAILER = 8;
    private static final int TAR_MAGIC = 257;
    private static final int TAR_TRAILER = 1024;
    private static final int BZIP2_TRAILER = 11;
    private static final byte[] BZIP2_END = {0x17, 0x72, 0x45, 0x38, 0x50, (byte) 0x90};
    private static final Pattern SQL_START = Pattern.compile(
            "\\s*(--|/\\*|#|create |insert |set |begin|drop |use |start transaction|pragma |copy |alter )",
            Pattern.CASE_INSENSITIVE);

    private final Pattern ending;

    BackupFormat(String ending) {
        this.ending = Pattern.compile(ending + "$");
    }

    /** Whether the first bytes are those of this format. */
    abstract boolean beginsAs(byte[] first);

    /** What is wrong with the last bytes, for a sentence that begins with "it"; empty if nothing. */
    String wrongEnd(byte[] first, byte[] last) {
        return "";
    }

    /** Whether a file of this format shows if it is complete; one that is encrypted or deduplicated does not. */
    boolean isCheckable() {
        return true;
    }

    /** Whether a file whose name promises this format may be of the other: a dump may be text or an archive. */
    boolean mayBe(BackupFormat other) {
        return this == other || (this == SQL && other == PGDUMP);
    }

    /** The format that a name promises. */
    static Optional<BackupFormat> promisedBy(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format != BORG && format.ending.matcher(name).find())
                .findFirst();
    }

    /** The format that the first bytes are of. */
    static Optional<BackupFormat> of(byte[] first) {
        return Stream.of(values()).filter(format -> format.beginsAs(first)).findFirst();
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }

    private static boolean startsWith(byte[] bytes, String start) {
        return hex(bytes).startsWith(start);
    }

    private static String hex(byte[] bytes) {
        return Hex.of(bytes);
    }

    private static boolean isZero(byte[] bytes, int last) {
        for (int i = Math.max(0, bytes.length - last); i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    // A character cut in two at either end is no fault of the file.
    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Bytes as digits. */
    private static final class Hex {
        private Hex() {}

        static String of(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }

        static String bits(byte[] bytes) {
            return bits(bytes, bytes.length);
        }

        static String bits(byte[] bytes, int last) {
            StringBuilder bits = new StringBuilder();
            for (int i = Math.max(0, bytes.length - last); i < bytes.length; i++) {
                bits.append(Integer.toBinaryString((bytes[i] & 0xff) | 0x100).substring(1));
            }
            return bits.toString();
        }
    }
}
