package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes settings into a {@code .env} file that only its owner can read; other lines of the file stay. */
final class EnvFileWriter {
    private EnvFileWriter() {}

    static void write(Path file, Map<String, String> values) throws IOException {
        Map<String, String> left = new LinkedHashMap<>(values);
        List<String> lines = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String name = line.strip().replaceFirst("^export\\s+", "").replaceFirst("\\s*=.*$", "");
            String value = left.remove(name);
            lines.add(value == null ? line : line(name, value));
        }
        left.forEach((name, value) -> lines.add(line(name, value)));
        Path folder = file.toAbsolutePath().getParent();
        Path written = Files.createTempFile(folder, ".env", ".new", onlyForTheOwner());
        Files.write(written, lines);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] onlyForTheOwner() {
        boolean hasPermissions =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return hasPermissions
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String line(String name, String value) {
        if (value.matches("[A-Za-z0-9_./:@,=+-]*")) {
            return name + "=" + value;
        }
        String quoted =
                value.contains("'") ? '"' + value.replaceAll("([\"\\\\$`])", "\\\\$1") + '"' : "'" + value + "'";
        return name + "=" + quoted;
    }
}
