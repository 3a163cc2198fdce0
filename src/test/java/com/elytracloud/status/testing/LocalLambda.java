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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import org.apache.commons.io.FileUtils;
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

    private static final Map<Path, Path> UNPACKED = new HashMap<>();

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

    /** Starts the function with these variables and none of the shell's own; the folder is for its log. */
    public LocalLambda(Path zip, Path folder, Map<String, String> variables) throws IOException {
        // As Lambda starts a JVM.
        this(zip, folder, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), variables);
    }

    /** The same with these options of the JVM. */
    public LocalLambda(Path zip, Path folder, List<String> options, Map<String, String> variables) throws IOException {
        Files.createDirectories(folder);
        log = folder.resolve("function.log");
        api = new RuntimeApi();
        process = process(unpacked(zip), folder, options, variables);
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
    public void awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the function did not end; its log:\n" + log());
        }
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

    private Process process(Path task, Path folder, List<String> options, Map<String, String> variables)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-D" + NATIVE_CLIENT + "=" + unpackNativeClient(folder),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                runtimeClient(),
                AWSLambda.class.getName(),
                HANDLER));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(task.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "LAMBDA_TASK_ROOT", task.toString(),
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

    /** Unpacks each function once for all processes of this JVM, which removes it at its end. */
    private static synchronized Path unpacked(Path zip) throws IOException {
        Path known = UNPACKED.get(zip);
        if (known != null) {
            return known;
        }
        Path folder = Files.createTempDirectory("elytra-function");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpack(entry, in, folder);
            }
        }
        UNPACKED.put(zip, folder);
        return folder;
    }

    private static void unpack(ZipEntry entry, InputStream in, Path folder) throws IOException {
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

    // By itself each process unpacks it to the same path under /tmp, over the one that another is loading.
    private static Path unpackNativeClient(Path folder) throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path library = folder.resolve("client.so").toAbsolutePath();
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
