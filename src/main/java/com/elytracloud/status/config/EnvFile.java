package com.elytracloud.status.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.smallrye.config.common.MapBackedConfigSource;

/** Variables in a {@code .env} file, in the dialect that users of systemd, Docker and shells expect. */
public final class EnvFile {
    /** The system property with the path of the file that {@link Source} reads. */
    public static final String PROPERTY = "elytra.env-file";

    /** The variable that names the file where no option does. */
    static final String VARIABLE = "ELYTRA_ENV_FILE";

    private static final Path SYSTEM_WIDE = Path.of("/etc/elytra-status/.env");
    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern LINE = Pattern.compile(
            "(?s)(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\\s*="
                    + "(?:\\s*'(?<single>[^']*)'|\\s*\"(?<double>(?:[^\"\\\\]++|\\\\.)*+)\"|(?<bare>(?!\\s*['\"]).*?))(?:\\s+#.*)?");

    private EnvFile() {}

    /** The operator's file as a source of the configuration; the environment takes precedence. */
    public static final class Source extends MapBackedConfigSource {
        private static final long serialVersionUID = 1L;

        /** Below the environment (300) and above the application's own defaults. */
        private static final int ORDINAL = 295;

        /** Reads the file that the command line found; without one there is nothing here. */
        public Source() {
            super(".env", values(System.getProperty(PROPERTY)), ORDINAL);
        }

        private static Map<String, String> values(String file) {
            try {
                return file == null ? Map.of() : read(Path.of(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The file to read: the given one, else the working directory's, else the system's, else none. */
    public static Optional<Path> find(Path givenOrNull) {
        return Optional.ofNullable(givenOrNull).or(() -> Stream.of(Path.of(".env"), SYSTEM_WIDE)
                .filter(Files::exists)
                .findFirst());
    }

    /**
     * The values by name, in the order of the file; of a repeated name, the last.
     *
     * @throws IOException whose message is one sentence that names the file and repeats no value
     */
    public static Map<String, String> read(Path path) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = text(path).lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher parts = LINE.matcher(lines.get(i));
            if (parts.matches()) {
                values.put(parts.group("name"), value(parts));
            } else if (!lines.get(i).matches("(?s)(?:[#;].*)?")) {
                throw new IOException(
                        "%s: line %d is not NAME=value, or has a quote without its match.".formatted(path, i + 1));
            }
        }
        return values;
    }

    private static String value(Matcher parts) {
        if (parts.group("double") != null) {
            return parts.group("double").replaceAll("\\\\([\"\\\\$`])", "$1");
        }
        return parts.group("single") != null
                ? parts.group("single")
                : parts.group("bare").strip();
    }

    private static String text(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + " is a folder, not a file of settings.");
        }
        if (Files.exists(path) && Files.size(path) > MAX_BYTES) {
            throw new IOException(path + " is larger than 1 MiB; a file of settings is not.");
        }
        try {
            return Files.readString(path).replaceFirst("^\uFEFF", "");
        } catch (NoSuchFileException e) {
            throw new IOException(path + " does not exist.", e);
        } catch (CharacterCodingException e) {
            throw new IOException(path + " is not UTF-8; save it in that encoding.", e);
        } catch (AccessDeniedException e) {
            throw new IOException(path + " cannot be read: permission denied for this user.", e);
        } catch (IOException e) {
            throw new IOException(
                    "%s cannot be read (%s).".formatted(path, e.getClass().getSimpleName()), e);
        }
    }

    /** Sets values in a file that then only its owner can read; its other lines stay. */
    public static void write(Path file, Map<String, String> values) throws IOException {
        Map<String, String> left = new LinkedHashMap<>(values);
        List<String> lines = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            Matcher parts = LINE.matcher(line.strip());
            String value = parts.matches() ? left.remove(parts.group("name")) : null;
            lines.add(value == null ? line : parts.group("name") + "=" + quoted(value));
        }
        left.forEach((name, value) -> lines.add(name + "=" + quoted(value)));
        // A temporary file is its owner's alone.
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), ".env", ".new");
        Files.write(written, lines);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String quoted(String value) {
        if (value.matches("[A-Za-z0-9_./:@,=+-]*")) {
            return value;
        }
        return value.contains("'") ? '"' + value.replaceAll("[\"\\\\$`]", "\\\\$0") + '"' : "'" + value + "'";
    }
}
