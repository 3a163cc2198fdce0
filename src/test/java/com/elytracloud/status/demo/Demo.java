package com.elytracloud.status.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.testing.BetterStackReplay;
import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli;
import com.elytracloud.status.testing.Replay;

/**
 * The whole product without a cloud: an embedded S3 server with seeded backups, a monitoring service, and
 * the packaged artifact run against them; the published site is served on localhost.
 */
public final class Demo {
    private static final int PORT = 8080;
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final LocalWorld world;
    private final Replay monitors;
    private final PackagedCli elytra;
    private final Map<String, String> variables;
    private final PublicSite site;

    private Demo(LocalWorld world, PublicSite site, PackagedCli elytra) {
        this.world = world;
        this.monitors = world.monitors();
        this.site = site;
        this.elytra = elytra;
        this.variables = world.variables();
        variables.putAll(monitors.healthy());
        variables.put("STATUS_PUBLIC_URL", site.url() + "/status.json");
    }

    /**
     * Tells the story over and over until it is stopped; with {@code --once}, once and without pauses.
     *
     * @param arguments {@code --once}, {@code --port=N}, {@code --source=kuma} or {@code --source betterstack}
     */
    public static void main(String... arguments) throws Exception {
        List<String> options = List.of(arguments);
        boolean once = options.contains("--once");
        int port = option("port", options).map(Integer::valueOf).orElse(once ? 0 : PORT);
        Path folder = Files.createTempDirectory("elytra-demo");
        PackagedCli elytra = new PackagedCli(Path.of("target"), folder);
        try (LocalWorld world = new LocalWorld(source(option("source", options).orElse("kuma")));
                PublicSite site = new PublicSite(world.storage().endpoint().resolve("/" + LocalWorld.SITE), port)) {
            new Demo(world, site, elytra).tell(once);
        } finally {
            Files.delete(folder);
        }
    }

    // As one word or as two.
    private static Optional<String> option(String name, List<String> arguments) {
        String begin = "--%s=".formatted(name);
        String joined = String.join(" ", arguments).replace("--%s ".formatted(name), begin);
        return Stream.of(joined.split(" ", -1))
                .filter(argument -> argument.startsWith(begin))
                .map(argument -> argument.substring(begin.length()))
                .findFirst();
    }

    private static Replay source(String name) throws IOException {
        return switch (name) {
            case "kuma" -> new KumaReplay();
            case "betterstack" -> new BetterStackReplay();
            default ->
                throw new IllegalArgumentException("--source is '%s'; allowed is kuma or betterstack".formatted(name));
        };
    }

    private void tell(boolean once) throws IOException, InterruptedException {
        System.out.printf("The monitors:        %s%n", monitors.service());
        System.out.printf("The published site:  %s/%n", site.url());
        System.out.printf("The status document: %s/status.json%n%n", site.url());
        boolean well = true;
        do {
            for (Chapter chapter : Chapter.values()) {
                well &= tell(chapter);
                if (!once) {
                    Thread.sleep(PAUSE.toMillis());
                }
            }
        } while (!once);
        if (!well) {
            throw new IllegalStateException("the story did not go as told; see above");
        }
        System.out.printf("%nThe same without --once goes on until it is stopped with Ctrl-C.%n");
    }

    private boolean tell(Chapter chapter) throws IOException, InterruptedException {
        chapter.happen(monitors);
        boolean well = true;
        for (int run = 1; run <= chapter.runs(); run++) {
            world.letAMinutePass();
            well &= run(run == 1 ? chapter.title() : "  ten minutes later");
        }
        return well;
    }

    private boolean run(String title) throws IOException, InterruptedException {
        PackagedCli.Result result = elytra.run(variables, "status", "publish", "--json");
        System.out.printf("%-44s", title);
        if (result.exitCode() != 0) {
            System.out.printf("exit code %d%n%s%n", result.exitCode(), result.err());
            return false;
        }
        JsonNode report = new ObjectMapper().readTree(result.out());
        JsonNode uptime = report.path("uptime");
        List<String> words = new ArrayList<>();
        words.add("-> %-12s".formatted(report.path("platform_status").asText()));
        words.add("24 h %-8s".formatted(uptime.path("last_24h").asText("unknown")));
        words.add("30 d %-8s".formatted(uptime.path("last_30d").asText("unknown")));
        words.add("backups " + report.path("backup_status").asText());
        System.out.println(String.join(" ", words));
        return true;
    }
}
