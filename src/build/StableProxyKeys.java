import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Renumbers the proxy keys in archives that Quarkus packaged: it numbers them in the order in which its build threads
 * finish, so that no two builds of the same sources are equal. Afterwards they are numbered in the order of the classes.
 *
 * <p>Usage: {@code java StableProxyKeys.java ARCHIVE...}
 */
class StableProxyKeys {
    private static final int CLASS_FILE_HEADER = 8;
    private static final int UTF8 = 1;

    private final Map<String, String> stable = new HashMap<>();

    public static void main(String[] archives) throws IOException {
        for (String archive : archives) {
            try (FileSystem zip = FileSystems.newFileSystem(Path.of(archive))) {
                new StableProxyKeys().renumber(zip.getPath("io", "quarkus", "runner"));
            }
        }
    }

    private void renumber(Path folder) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
        for (Path file : classes) {
            byte[] before = Files.readAllBytes(file);
            byte[] after = renumbered(before);
            if (after.length != before.length || !ByteBuffer.wrap(after).equals(ByteBuffer.wrap(before))) {
                Files.write(file, after);
            }
        }
    }

    /** Copies a class file with other texts in its constant pool (Java Virtual Machine Specification, 4.4). */
    private byte[] renumbered(byte[] classFile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(in.readNBytes(CLASS_FILE_HEADER));
        int constants = in.readUnsignedShort();
        out.writeShort(constants);
        for (int number = 1; number < constants; number++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            switch (tag) {
                case UTF8 -> out.writeUTF(stable(in.readUTF()));
                case 7, 8, 16, 19, 20 -> out.write(in.readNBytes(2));
                case 15 -> out.write(in.readNBytes(3));
                case 3, 4, 9, 10, 11, 12, 17, 18 -> out.write(in.readNBytes(4));
                case 5, 6 -> {
                    out.write(in.readNBytes(8));
                    number++; // long and double take two numbers
                }
                default -> throw new IOException("Unknown constant " + tag + ": not a class file of this format");
            }
        }
        in.transferTo(out);
        return bytes.toByteArray();
    }

    private String stable(String text) {
        return text.matches("proxykey\\d+") ? stable.computeIfAbsent(text, key -> "proxykey" + (stable.size() + 1)) : text;
    }
}
