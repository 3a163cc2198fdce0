package com.elytracloud.status.guard;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.TextGuard.BrokenRule;

import static org.assertj.core.api.Assertions.assertThat;

class TextScannerTest {
    private static final String OLD = "the-old-key-of-twenty";
    private static final String NEW = "another-one-altogether";

    private final AtomicReference<String> held = new AtomicReference<>(OLD);
    private final Variables variables = new Variables(name -> name.equals("KEY") ? held.get() : null, () -> true);
    private final SettingsReader reader = new SettingsReader(variables, Set.of());
    private final TextScanner scanner = new TextScanner(new Settings(List.of(() -> reader)), variables);

    @Test
    void aSecretThatWasChangedIsFoundAsWellAsTheOldOne() {
        reader.secret("KEY");
        assertThat(scanner.secrets().finds("it is " + OLD)).isTrue();
        held.set(NEW);

        variables.refresh();

        assertThat(scanner.secrets().finds("it is " + NEW)).isTrue();
        assertThat(scanner.secrets().finds("it was " + OLD)).isTrue();
        assertThat(scanner.brokenBy("it is " + NEW)).extracting(BrokenRule::id).contains("secret");
    }
}
