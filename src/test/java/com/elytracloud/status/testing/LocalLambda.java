package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A Lambda at home: serves the Runtime API on loopback and runs an unpacked {@code function.zip} under AWS's own
 * runtime interface client, in a process of its own, as the managed Java runtime does.
 */
public final class LocalLambda implements AutoCloseable {
    private static final String HANDLER = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";
    private static final String NATIVE_CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final long PATIENCE_SECONDS = 60;

    private final RuntimeApi api;
    private final Path log;
    private final Process process;

    /** How an invocation, or the start itself, ended. */
    public record Outcome(Kind kind, String body) {
        /** What the runtime reported. */
        public enum Kind {
            RESPONSE,
            ERROR,
            START_FAILED
        }
    }

    /** Unpacks the function and starts it with these variables and none of the shell's own. */
    public LocalLambda(Path zip, Path folder, Map<String, String> variables) throws IOException {
        this(unpacked(zip, folder), asOnLambda(), variables);
    }

    private LocalLambda(Path folder, List<String> command, Map<String, String> variables) throws IOException {
        log = folder.resolveSibling(folder.getFileName() + ".log");
        api = new RuntimeApi();
        process = process(folder, command, variables);
    }

    /** Unpacks the function and starts it as if a snapshot of it was to be taken; it waits there for {@link #restore}. */
    public static LocalLambda withSnapshot(Path zip, Path folder, Map<String, String> variables) throws IOException {
        return start(unpacked(zip, folder), snapStarted(asOnLambda()), snapStarted(variables));
    }

    /** Starts any command that speaks with the Runtime API. */
    public static LocalLambda start(Path folder, List<String> command, Map<String, String> variables)
            throws IOException {
        return new LocalLambda(folder, command, variables);
    }

    /** How Lambda starts a JVM. */
    public static List<String> asOnLambda() {
        return command(
                Path.of(System.getProperty("java.home")), List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /** The runtime client on a JDK, with its options. */
    public static List<String> command(Path jdk, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                runtimeClient(),
                AWSLambda.class.getName(),
                HANDLER));
        return command;
    }

    /** The command with which a snapshot is taken. On Lambda the runtime's own hooks are found without this property. */
    public static List<String> snapStarted(List<String> command) {
        List<String> changed = new ArrayList<>(command);
        changed.add(1, "-Dorg.crac.Core.Compat=" + Core.class.getPackageName());
        return changed;
    }

    /** The variables with which a snapshot is taken. */
    public static Map<String, String> snapStarted(Map<String, String> variables) {
        Map<String, String> changed = new HashMap<>(variables);
        changed.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return changed;
    }

    /** Waits until the function has started and asks for its first event. */
    public LocalLambda awaitStart() throws InterruptedException {
        return orTold(api.isAsked(PATIENCE_SECONDS), "did not start");
    }

    /** Waits until a snapshot can be taken. */
    public LocalLambda awaitSnapshot() throws InterruptedException {
        return orTold(api.isFrozen(PATIENCE_SECONDS), "did not come to its snapshot");
    }

    /** Lets the function go on as if it had been restored from the snapshot. */
    public LocalLambda restore() {
        api.thaw();
        return this;
    }

    /** Sends one event and waits for what becomes of it. */
    public Outcome invoke(String event) throws InterruptedException {
        send(event);
        return awaitOutcome();
    }

    /** Sends one event. */
    public void send(String event) {
        api.send(event);
    }

    /** Ends the process in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits until the process has ended. */
    public void awaitEnd() {
        process.onExit().join();
    }

    /** Waits for the next report without sending anything: a start that fails reports by itself. */
    public Outcome awaitOutcome() throws InterruptedException {
        return api.outcome(PATIENCE_SECONDS)
                .orElseThrow(() -> new IllegalStateException("the function did not answer; its log:\n" + log()));
    }

    /** The process that runs the function. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Everything the function wrote. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    @Override
    public void close() {
        kill();
        api.close();
    }

    private LocalLambda orTold(boolean well, String otherwise) {
        if (!well) {
            throw new IllegalStateException("the function %s; its log:%n%s".formatted(otherwise, log()));
        }
        return this;
    }

    private Process process(Path folder, List<String> command, Map<String, String> variables) throws IOException {
        List<String> words = new ArrayList<>(command);
        if (words.contains(HANDLER)) {
            words.add(1, "-D" + NATIVE_CLIENT + "=" + unpackNativeClient(folder));
        }
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "LAMBDA_TASK_ROOT", folder.toString(),
                "AWS_LAMBDA_FUNCTION_NAME", "status",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                "AWS_LAMBDA_LOG_GROUP_NAME", "group",
                "AWS_LAMBDA_LOG_STREAM_NAME", "stream",
                "PATH", System.getenv("PATH"),
                "LANG", "C.UTF-8"));
        environment.putAll(variables);
        return builder.start();
    }

    /** Unpacks a function. */
    public static Path unpacked(Path zip, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry of the zip leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target);
                }
            }
        }
        return folder;
    }

    // By itself each process unpacks it to the same path under /tmp, over the one that another is loading.
    private static Path unpackNativeClient(Path folder) throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path library = folder.resolveSibling(folder.getFileName() + ".so").toAbsolutePath();
        try (InputStream in =
                AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-%s.so".formatted(machine))) {
            Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
        }
        return library;
    }

    private static String runtimeClient() {
        return Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(type -> Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath()))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }
}
