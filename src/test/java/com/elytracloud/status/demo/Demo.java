package com.elytracloud.status.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli;

/**
 * The whole product without a cloud: an embedded S3 server with seeded backups, a replay of a recorded Uptime Kuma, and
 * the packaged artifact run against them; the published site is served on localhost.
 */
public final class Demo {
    private static final int PORT = 8080;
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final KumaReplay kuma;
    private final PackagedCli elytra;
    private final Map<String, String> variables;
    private final PublicSite site;

    private Demo(LocalWorld world, PublicSite site, PackagedCli elytra) {
        this.kuma = world.kuma();
        this.site = site;
        this.elytra = elytra;
        this.variables = world.variables();
        variables.putAll(Map.of(
                "MONITOR_IDS",
                LocalWorld.HEALTHY_MONITORS,
                "COMPONENTS",
                "Websites=1,4,13;API=3,15;Databases=5;Network=6",
                "STATUS_PUBLIC_URL",
                site.url() + "/status.json"));
    }

    /**
     * Tells the story over and over until it is stopped; with {@code --once}, once and without pauses.
     *
     * @param arguments {@code --once}, {@code --port=N}
     */
    public static void main(String... arguments) throws Exception {
        List<String> options = List.of(arguments);
        boolean once = options.contains("--once");
        int port = options.stream()
                .filter(option -> option.startsWith("--port="))
                .mapToInt(option -> Integer.parseInt(option.substring("--port=".length())))
                .findFirst()
                .orElse(once ? 0 : PORT);
        Path folder = Files.createTempDirectory("elytra-demo");
        PackagedCli elytra = new PackagedCli(Path.of("target"), folder);
        try (LocalWorld world = new LocalWorld();
                PublicSite site = new PublicSite(world.storage().endpoint().resolve("/" + LocalWorld.SITE), port)) {
            new Demo(world, site, elytra).tell(once);
        } finally {
            Files.delete(folder);
        }
    }

    private void tell(boolean once) throws IOException, InterruptedException {
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
        chapter.happen(kuma);
        boolean well = true;
        for (int run = 1; run <= chapter.runs(); run++) {
            well &= run(run == 1 ? chapter.title() : "  ten minutes later");
        }
        return well;
    }

    private boolean run(String title) throws IOException, InterruptedException {
        PackagedCli.Result result = elytra.run(variables, "status", "publish");
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
