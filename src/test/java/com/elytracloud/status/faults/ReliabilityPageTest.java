package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReliabilityPageTest {
    private static final Path PAGE = Path.of("docs/reliability.md");

    @Test
    void thePageSaysWhatTheTestsKeep() throws IOException {
        String text = new ReliabilityPage(suites()).text();
        if (Boolean.getBoolean("reliability.write")) {
            Files.writeString(PAGE, text);
        }

        assertThat(text).contains("does not respond");
        assertThat(PAGE).content().isEqualTo(text);
    }

    // Found, not listed: a suite that is forgotten here would be missing from the page.
    private static List<Class<?>> suites() {
        return new ClassFileImporter()
                .importPackages(Promise.class.getPackageName()).stream()
                        .filter(type ->
                                type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Promise.class)))
                        .sorted((a, b) -> a.getName().compareTo(b.getName()))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }
}
