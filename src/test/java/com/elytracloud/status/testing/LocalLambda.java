package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A Lambda at home: serves the Runtime API on loopback and runs an unpacked {@code function.zip} under AWS's own
 * runtime interface client, in a process of its own, as the managed Java runtime does.
 */
public final class LocalLambda implements AutoCloseable {
    private static final String API = "/2018-06-01/runtime";
    private static final String HANDLER = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";
    private static final String NATIVE_CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final long PATIENCE_SECONDS = 60;

    private final HttpServer api;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
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
        System.setProperty("sun.net.httpserver.nodelay", "true");
        unpack(zip, folder);
        log = folder.resolveSibling(folder.getFileName() + ".log");
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.setExecutor(Executors.newCachedThreadPool(LocalLambda::daemon));
        api.createContext(API, this::serve);
        api.start();
        process = start(folder, variables);
    }

    /** Sends one event and waits for what becomes of it. */
    public Outcome invoke(String event) throws InterruptedException {
        send(event);
        return awaitOutcome();
    }

    /** Sends one event. */
    public void send(String event) {
        events.add(event);
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
        Outcome outcome = outcomes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (outcome == null) {
            throw new IllegalStateException("the function did not answer; its log:\n" + log());
        }
        return outcome;
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
        api.stop(0);
    }

    private Process start(Path folder, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-D" + NATIVE_CLIENT + "=" + unpackNativeClient(folder),
                        "-cp",
                        runtimeClient(),
                        AWSLambda.class.getName(),
                        HANDLER)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(Map.of(
                "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.getAddress().getPort(),
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

    private static String runtimeClient() {
        return Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(type -> Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath()))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(API.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/invocation/next")) {
            next(exchange);
            return;
        }
        if (path.startsWith("/invocation/") && !path.contains(requestId())) {
            throw new IllegalStateException("an answer to another event than the last: " + path);
        }
        if (path.endsWith("/response")) {
            outcomes.add(new Outcome(Outcome.Kind.RESPONSE, body));
        } else if (path.equals("/init/error")) {
            outcomes.add(new Outcome(Outcome.Kind.START_FAILED, body));
        } else if (path.endsWith("/error")) {
            outcomes.add(new Outcome(Outcome.Kind.ERROR, body));
        }
        answer(exchange, 202, "{}");
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            String event = events.take();
            taken.incrementAndGet();
            // Without a Content-Type the runtime's native client crashes.
            exchange.getResponseHeaders()
                    .putAll(Map.of(
                            "Content-Type", List.of("application/json"),
                            "Lambda-Runtime-Aws-Request-Id", List.of(requestId()),
                            "Lambda-Runtime-Deadline-Ms", List.of(Long.toString(System.currentTimeMillis() + 45_000)),
                            "Lambda-Runtime-Invoked-Function-Arn",
                                    List.of("arn:aws:lambda:eu-west-1:000000000000:function:s")));
            answer(exchange, 200, event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String requestId() {
        return "11111111-2222-3333-4444-%012d".formatted(taken.get());
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

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
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
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-lambda");
        thread.setDaemon(true);
        return thread;
    }
}
