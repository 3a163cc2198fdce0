import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives the classes that Quarkus generated one form in archives that it packaged, so that two builds of the same sources
 * are equal. It numbers proxy keys in the order in which its build threads finish: here they follow the order of the
 * classes. And it compares names in the order of a Java set, which changes at each start: here they are sorted.
 *
 * <p>Usage: {@code java -classpath ASM StableClasses.java ARCHIVE...}
 */
class StableClasses {
    private static final List<String> GENERATED = List.of("io/quarkus/runner", "io/quarkus/qute/runtime/extensions");

    private final Map<String, String> proxyKeys = new HashMap<>();

    public static void main(String[] archives) throws IOException {
        for (String archive : archives) {
            try (FileSystem zip = FileSystems.newFileSystem(Path.of(archive))) {
                StableClasses stable = new StableClasses();
                for (String folder : GENERATED) {
                    stable.rewrite(zip.getPath(folder));
                }
            }
        }
    }

    private void rewrite(Path folder) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
        for (Path file : classes) {
            ClassNode generated = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(generated, 0);
            generated.methods.forEach(this::rewrite);
            // A new writer, so that the order of the constants follows the code too.
            ClassWriter writer = new ClassWriter(0);
            generated.accept(writer);
            Files.write(file, writer.toByteArray());
        }
    }

    private void rewrite(MethodNode method) {
        List<LdcInsnNode> alternatives = new ArrayList<>();
        AbstractInsnNode[] code = Arrays.stream(method.instructions.toArray())
                .filter(each -> each.getOpcode() >= 0)
                .toArray(AbstractInsnNode[]::new);
        for (int i = 0; i < code.length; i++) {
            if (code[i] instanceof LdcInsnNode constant && constant.cst instanceof String text) {
                constant.cst = renumbered(text);
                if (!isComparison(code, i)) {
                    continue;
                }
                alternatives.add(constant);
                if (!isComparison(code, i + 4) || target(code, i) != target(code, i + 4)) {
                    sort(alternatives);
                    alternatives.clear();
                }
            }
        }
    }

    /** Whether "if this text equals a variable, jump" begins here. */
    private static boolean isComparison(AbstractInsnNode[] code, int start) {
        return start + 3 < code.length
                && code[start] instanceof LdcInsnNode constant
                && constant.cst instanceof String
                && code[start + 1].getOpcode() == Opcodes.ALOAD
                && code[start + 2] instanceof MethodInsnNode method
                && method.name.equals("equals")
                && code[start + 3].getOpcode() == Opcodes.IFNE;
    }

    private static Object target(AbstractInsnNode[] code, int start) {
        return ((JumpInsnNode) code[start + 3]).label;
    }

    /** Comparisons in a row with one target may stand in any order. */
    private static void sort(List<LdcInsnNode> constants) {
        List<String> texts = constants.stream().map(each -> (String) each.cst).sorted().toList();
        for (int i = 0; i < texts.size(); i++) {
            constants.get(i).cst = texts.get(i);
        }
    }

    private String renumbered(String text) {
        return text.matches("proxykey\\d+")
                ? proxyKeys.computeIfAbsent(text, key -> "proxykey" + (proxyKeys.size() + 1))
                : text;
    }
}
