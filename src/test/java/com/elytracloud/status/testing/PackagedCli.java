package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged command line in a process of its own, with exactly the variables it is given. */
public final class PackagedCli {
    private static final long PATIENCE_SECONDS = 60;

    private final Path jar;
    private final Path folder;

    /**
     * Finds the artifact.
     *
     * @param folder the working directory of every command
     */
    public PackagedCli(Path buildDirectory, Path folder) {
        this.jar = buildDirectory.resolve("elytra-status-runner.jar").toAbsolutePath();
        this.folder = folder;
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn package first");
        }
    }

    /** What a command left behind. */
    public record Result(int exitCode, String out, String err) {}

    /** Runs one command to its end. */
    public Result run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", System.getenv("PATH"), "LANG", "C.UTF-8"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end");
        }
        return new Result(process.exitValue(), out.join(), err.join());
    }

    // On threads of their own: those that the platform lends are one or two, and processes that hang would hold them
    // all.
    private static CompletableFuture<String> read(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader = new Thread(() -> text.complete(readAll(stream)), "output");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    private static String readAll(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "unreadable: " + e;
        }
    }
}
