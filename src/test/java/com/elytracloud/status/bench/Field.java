package com.elytracloud.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private void commands(Jdk jdk) throws IOException, InterruptedException {
        Path home = distribution(jdk);
        String java = jdk.home().resolve("bin/java").toString();
        String jar = home.resolve("app/elytra-status-runner.jar").toString();
        String name = "command line, JDK %s, ".formatted(jdk.name());
        command(name + "java -jar", List.of(java, "-jar", jar), Map.of());
        Map<String, String> chosen = Map.of("JAVA_HOME", jdk.home().toString());
        Path plain = distribution(jdk);
        command(name + "without a cache", List.of(plain.resolve("bin/elytra").toString()), chosen);
        train(home, chosen);
        command(name + "with a cache", List.of(home.resolve("bin/elytra").toString()), chosen);
    }

    private Path distribution(Jdk jdk) throws IOException {
        Path place = LocalLambda.unpacked(
                BUILD.resolve("elytra-status-cli.zip"), Files.createTempDirectory(folder, "cli-" + jdk.name()));
        Path home = place.resolve("elytra-status");
        for (String program : List.of("elytra", "elytra-train")) {
            Files.setPosixFilePermissions(
                    home.resolve("bin").resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home;
    }

    private static void train(Path home, Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder train =
                new ProcessBuilder(home.resolve("bin/elytra-train").toString()).redirectErrorStream(true);
        train.environment().putAll(variables);
        Process process = train.redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("no cache was made");
        }
    }

    private void command(String name, List<String> program, Map<String, String> besides) {
        List<String> words = new ArrayList<>(program);
        words.addAll(List.of("status", "publish"));
        Map<String, String> variables = world.variables("site");
        variables.putAll(besides);
        competitors.add(new CommandCompetitor(name, folder, words, variables));
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
        competitors.add(new CommandCompetitor(name, folder, python(words), world.variables(bucket)));
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
