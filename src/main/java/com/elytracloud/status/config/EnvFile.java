package com.elytracloud.status.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Variables from a {@code .env} file, in the dialect that users of systemd, Docker and shells expect.
 *
 * @param values in the order of the file; of a repeated name, the last
 */
public record EnvFile(Path path, Map<String, String> values) {
    /** The system property with the path of the file that {@link EnvFileSource} reads. */
    public static final String PROPERTY = "elytra.env-file";

    /** The variable that names the file where no option does. */
    public static final String VARIABLE = "ELYTRA_ENV_FILE";

    private static final Path SYSTEM_WIDE = Path.of("/etc/elytra-status/.env");
    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=(.*)");
    private static final Pattern COMMENT = Pattern.compile("\\s#.*$");
    private static final Pattern SINGLE = Pattern.compile("'([^']*)'\\s*(?:\\s#.*)?");
    private static final Pattern DOUBLE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:\\s#.*)?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\$`])");

    /** The file to read: the given one, else the working directory's, else the system's, else none. */
    public static Optional<Path> find(Path givenOrNull) {
        return givenOrNull != null
                ? Optional.of(givenOrNull)
                : Stream.of(Path.of(".env"), SYSTEM_WIDE).filter(Files::exists).findFirst();
    }

    /**
     * Reads a file.
     *
     * @throws EnvFileException with one sentence that names the file and repeats no value
     */
    public static EnvFile read(Path path) throws EnvFileException {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = text(path).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != ';') {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches()) {
                    throw new EnvFileException("%s: line %d is not NAME=value.".formatted(path, i + 1));
                }
                values.put(parts.group(1), value(parts.group(2), path, i + 1));
            }
        }
        return new EnvFile(path, values);
    }

    private static String text(Path path) throws EnvFileException {
        if (Files.isDirectory(path)) {
            throw new EnvFileException(path + " is a folder, not a file of settings.");
        }
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new EnvFileException(path + " is larger than 1 MiB; a file of settings is not.");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new EnvFileException(path + " does not exist.", e);
        } catch (AccessDeniedException e) {
            throw new EnvFileException(path + " cannot be read: permission denied for this user.", e);
        } catch (CharacterCodingException e) {
            throw new EnvFileException(path + " is not UTF-8; save it in that encoding.", e);
        } catch (IOException e) {
            throw new EnvFileException(
                    "%s cannot be read (%s).".formatted(path, e.getClass().getSimpleName()), e);
        }
    }

    private static String value(String raw, Path path, int line) throws EnvFileException {
        String text = raw.strip();
        if (!text.startsWith("'") && !text.startsWith("\"")) {
            return COMMENT.matcher(raw).replaceFirst("").strip();
        }
        Matcher single = SINGLE.matcher(text);
        if (single.matches()) {
            return single.group(1);
        }
        Matcher quoted = DOUBLE.matcher(text);
        if (quoted.matches()) {
            return ESCAPE.matcher(quoted.group(1)).replaceAll("$1");
        }
        throw new EnvFileException(
                "%s: line %d has a quote without a closing quote; enclose the value in the other kind of quotes."
                        .formatted(path, line));
    }
}
