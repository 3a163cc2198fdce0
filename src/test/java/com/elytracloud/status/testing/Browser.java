package com.elytracloud.status.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, with a clock that stands still until a test moves it. */
public final class Browser implements AutoCloseable {
    private static final String AXE = resource("/axe.min.js");
    private static final String CLOCK = resource("/browser/clock.js");
    private static final Path SCREENSHOTS = Path.of(System.getProperty("build.directory", "target"), "screenshots");

    private final Path profile;
    private final ChromeDriver driver;
    private String clock = "";

    /** Starts it; takes about a second. */
    public Browser() throws IOException {
        File chromium = installed("chromium", "chromium");
        File chromedriver = installed("chromedriver", "chromium-driver");
        Files.createDirectories(SCREENSHOTS);
        profile = Files.createTempDirectory("elytra-browser");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver)
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options(chromium));
    }

    /** How a reader has set up their system and window. */
    public record Setup(String theme, int width) {
        /** Both themes and both widths, each once. */
        public static final List<Setup> TWO = List.of(new Setup("light", 1280), new Setup("dark", 320));

        /** Every theme in every width. */
        public static final List<Setup> ALL = List.of(
                new Setup("light", 1280), new Setup("dark", 1280), new Setup("light", 320), new Setup("dark", 320));

        @Override
        public String toString() {
            return theme + "-" + width;
        }
    }

    /** Sets up the window, and lets nothing move in it. */
    public Browser setUp(Setup setup) {
        resize(setup.width(), 900);
        media(Map.of("prefers-color-scheme", setup.theme(), "prefers-reduced-motion", "reduce"));
        return this;
    }

    /** Sets what style sheets can ask for, and resets the rest of it. */
    public void media(Map<String, String> features) {
        media("", features);
    }

    /** Sets what style sheets can ask for, and the medium: screen, print, or empty for that of the window. */
    public void media(String medium, Map<String, String> features) {
        List<Map<String, String>> all = features.entrySet().stream()
                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                .toList();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium, "features", all));
    }

    /** Sets the time zone of the reader. */
    public void timeZone(String id) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", id));
    }

    /** Whether pages may run scripts. */
    public void scripts(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** What the clock of every page says when it is opened. */
    public Browser clock(Instant now) {
        if (!clock.isEmpty()) {
            driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", clock));
        }
        String source = CLOCK + "elytraClock.set(%d);".formatted(now.toEpochMilli());
        clock = (String) driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source))
                .get("identifier");
        return this;
    }

    /** Opens a page and waits until it is loaded; what the console said before is forgotten. */
    public Browser open(URI address) {
        console();
        driver.get(address.toString());
        return this;
    }

    /** Moves the page's clock. */
    public void advance(Duration by) {
        run("elytraClock.advance(arguments[0])", by.toMillis());
    }

    /** Runs a script in the page, whatever the page's own policy is. */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs a script whose result is a text. */
    public String text(String script, Object... arguments) {
        return (String) run("return " + script, arguments);
    }

    /** Presses the tabulator key. */
    public void pressTab() {
        new Actions(driver).sendKeys(Keys.TAB).perform();
    }

    /** Waits until a script says true. */
    public void await(String condition) {
        for (int i = 0; i < 200; i++) {
            if (Boolean.TRUE.equals(run("return !!(" + condition + ")"))) {
                return;
            }
            pause();
        }
        throw new AssertionError("never came true in the page: " + condition);
    }

    /** What the console complained of since it was last asked. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What axe-core finds wrong with the page. */
    @SuppressWarnings("unchecked")
    public List<String> axe() {
        if (Boolean.FALSE.equals(run("return 'axe' in window"))) {
            run(AXE);
        }
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then(
                    (found) => done(found.violations.flatMap((rule) =>
                        rule.nodes.map((node) => rule.id + ': ' + node.target + ' ' + node.failureSummary))),
                    (error) => done(['axe failed: ' + error]));
                """);
    }

    /** Keeps a picture of the whole page. */
    public void screenshot(String name) {
        int width = ((Number) run("return innerWidth")).intValue();
        int height = ((Number) run("return document.documentElement.scrollHeight")).intValue();
        resize(width, height);
        String png = (String) driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"))
                .get("data");
        try {
            Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        }
    }

    private ChromeOptions options(File chromium) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, everything);
        return options;
    }

    private void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private static File installed(String command, String debianPackage) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> new File(folder, command))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s is missing; on Debian: apt-get install %s".formatted(command, debianPackage)));
    }

    private static String resource(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
