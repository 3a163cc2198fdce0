package com.elytracloud.status.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VariablesTest {
    @ParameterizedTest
    @ValueSource(strings = {"$", "$$", "a$b", "pa$$word", "${x}", "${HOME}", "a\\b", "a,b", "${missing:default}"})
    void aValueStaysAsTheOperatorWroteIt(String value) {
        assertThat(from(source("only", 100, "KEY", value)).find("KEY")).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void blankIsUnset(String value) {
        assertThat(from(source("only", 100, "KEY", value)).find("KEY")).isEmpty();
    }

    @Test
    void whatNobodySetIsUnset() {
        assertThat(from(source("only", 100, "OTHER", "x")).find("KEY")).isEmpty();
    }

    @Test
    void blanksAroundAValueAreNoPartOfIt() {
        assertThat(from(source("only", 100, "KEY", " a b \n")).find("KEY")).contains("a b");
    }

    @Test
    void theStrongerSourcePrevails() {
        Variables variables = from(source("file", 250, "KEY", "weak"), source("environment", 300, "KEY", "strong"));

        assertThat(variables.find("KEY")).contains("strong");
    }

    @Test
    void aFileThatTheLibraryFoundByItselfIsNotRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "KEY=of another file");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new DotEnvConfigSourceProvider(file.toUri().toString()))
                .build();

        assertThat(config.getConfigSources()).anyMatch(source -> source.getValue("KEY") != null);
        assertThat(Variables.of(config).find("KEY")).isEmpty();
    }

    @Test
    void setToNothingInTheStrongerSourceIsUnset() {
        Variables variables = from(source("file", 250, "KEY", "weak"), source("environment", 300, "KEY", ""));

        assertThat(variables.find("KEY")).isEmpty();
    }

    @Test
    void whatNoSourceNamesComesFromTheVault() {
        Variables variables =
                new Variables(config(source("only", 100, "OTHER", "x")), name -> Optional.of(name + "!"), () -> false);

        assertThat(variables.find("KEY")).contains("KEY!");
        assertThat(variables.find("OTHER")).contains("x");
    }

    @Test
    void setToNothingHidesWhatTheVaultHolds() {
        Variables variables =
                new Variables(config(source("only", 100, "KEY", "")), name -> Optional.of("held"), () -> false);

        assertThat(variables.find("KEY")).isEmpty();
    }

    private static Variables from(PropertiesConfigSource... sources) {
        return Variables.of(config(sources));
    }

    private static SmallRyeConfig config(PropertiesConfigSource... sources) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(sources)
                .build();
    }

    private static PropertiesConfigSource source(String name, int rank, String key, String value) {
        return new PropertiesConfigSource(Map.of(key, value), name, rank);
    }
}
