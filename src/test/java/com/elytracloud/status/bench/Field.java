package com.elytracloud.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.elytracloud.status.testing.LocalLambda;

/** Who competes: the function and the command line on each JDK there is, and the script where there is a Python. */
final class Field {
    private static final Path BUILD = Path.of("target");
    private static final Path PEER = Path.of("src/test/bench/peer.py").toAbsolutePath();
    private static final List<String> AS_ON_LAMBDA = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final ColdWorld world;
    private final Path folder;
    private final List<Competitor> competitors = new ArrayList<>();

    Field(ColdWorld world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    List<Competitor> competitors() throws IOException, InterruptedException {
        Path task = LocalLambda.unpacked(BUILD.resolve("function.zip"), folder.resolve("task"));
        for (Jdk jdk : Jdk.all()) {
            functions(jdk, task);
            commands(jdk);
        }
        Optional<Path> first = Optional.ofNullable(System.getenv("BENCH_FIRST")).map(Path::of);
        if (first.isPresent()) {
            Path old = LocalLambda.unpacked(first.get(), folder.resolve("first"));
            for (Jdk jdk : Jdk.all()) {
                function("first landed version, JDK %s, as on Lambda".formatted(jdk.name()), jdk, AS_ON_LAMBDA, old);
            }
        } else {
            System.out.println("left out: the first landed version, whose function.zip BENCH_FIRST would name");
        }
        scripts();
        return competitors;
    }

    private void functions(Jdk jdk, Path task) {
        function("function, JDK %s".formatted(jdk.name()), jdk, List.of(), task);
        function("function, JDK %s, as on Lambda".formatted(jdk.name()), jdk, AS_ON_LAMBDA, task);
        competitors.add(new FunctionCompetitor(
                "function, JDK %s, restored".formatted(jdk.name()),
                task,
                LocalLambda.snapStarted(LocalLambda.command(jdk.home(), AS_ON_LAMBDA)),
                LocalLambda.snapStarted(world.variables("site")),
                true));
    }

    private void function(String name, Jdk jdk, List<String> options, Path task) {
        String bucket = task.getFileName().toString();
        competitors.add(new FunctionCompetitor(
                name, task, LocalLambda.command(jdk.home(), options), world.variables(bucket), false));
    }

    private void commands(Jdk jdk) throws IOException {
        Path jar = BUILD.resolve("elytra-status-runner.jar").toAbsolutePath();
        command("command line, JDK %s, java -jar".formatted(jdk.name()), jdk, List.of("-jar", jar.toString()));
        List<String> options = new ArrayList<>(AS_ON_LAMBDA);
        options.addAll(List.of("-jar", jar.toString()));
        command("command line, JDK %s, without a cache".formatted(jdk.name()), jdk, options);
    }

    private void command(String name, Jdk jdk, List<String> options) {
        List<String> words = new ArrayList<>();
        words.add(jdk.home().resolve("bin/java").toString());
        words.addAll(options);
        words.addAll(List.of("status", "publish"));
        competitors.add(new CommandCompetitor(name, folder, CommandCompetitor.java(words), world.variables("site")));
    }

    private void scripts() throws IOException, InterruptedException {
        if (!isThere("python3", "-c", "import requests, boto3")) {
            System.out.println("left out: the script, for there is no Python with requests and boto3");
            return;
        }
        Path same = requestsOfARun();
        script("Python, 3 requests, script", "script", PEER.toString());
        script("Python, the same requests, script", "script", PEER.toString(), "--same", same.toString());
        loop("Python, 3 requests, function", PEER.toString(), "--loop");
        loop("Python, the same requests, function", PEER.toString(), "--loop", "--same", same.toString());
    }

    // Those of a process that follows others: what each cold run asks for.
    private Path requestsOfARun() throws IOException, InterruptedException {
        Competitor command = competitors.get(3);
        command.measure(new Figures());
        world.forget();
        command.measure(new Figures());
        return world.requests(folder.resolve("requests.txt"));
    }

    private void script(String name, String bucket, String... words) {
        competitors.add(new CommandCompetitor(name, folder, options -> python(words), world.variables(bucket)));
    }

    private void loop(String name, String... words) throws IOException {
        Path place = Files.createDirectories(folder.resolve("python"));
        competitors.add(new FunctionCompetitor(name, place, python(words), world.variables("script"), false));
    }

    private static List<String> python(String... words) {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(words));
        return command;
    }

    private static boolean isThere(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
