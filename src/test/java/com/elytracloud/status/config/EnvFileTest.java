package com.elytracloud.status.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnvFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "none",
            value = {
                "KEY=plain|plain",
                "KEY = plain |plain",
                "export KEY=plain|plain",
                "KEY=\"in quotes\"|in quotes",
                "KEY='in quotes'|in quotes",
                "KEY='a \"b\" c'|a \"b\" c",
                "KEY=\"a \\\"b\\\" \\\\ \\$c\"|a \"b\" \\ $c",
                "KEY='a\\b'|a\\b",
                "KEY=a\\b|a\\b",
                "KEY=pa$$w${ord}|pa$$w${ord}",
                "KEY=it's|it's",
                "KEY=a=b==|a=b==",
                "KEY=value # a comment|value",
                "KEY=\"a # b\" # a comment|a # b",
                "KEY=#0a7a5c|#0a7a5c",
                "KEY=a#b|a#b",
                "KEY= # only a comment|~~",
                "KEY=|~~",
                "KEY=\"\"|~~",
                "# KEY=commented|none",
                "; KEY=commented|none",
                "# a line\u2028in two|none",
                "KEY=a\u2028b|a\u2028b",
                "KEY=Störung – 状態|Störung – 状態",
            })
    void aLineIsReadAsItsAuthorMeantIt(String line, String value) throws Exception {
        assertThat(read(line + "\n").get("KEY")).isEqualTo(value);
    }

    @Test
    void aByteOrderMarkAndTheLineEndingsOfWindowsAreNoPartOfAnything() throws Exception {
        assertThat(read("\uFEFFFIRST=1\r\nSECOND=2\r\n"))
                .containsExactly(Map.entry("FIRST", "1"), Map.entry("SECOND", "2"));
    }

    @Test
    void theLastOfARepeatedNameCounts() throws Exception {
        assertThat(read("KEY=old\nKEY=new\n")).containsEntry("KEY", "new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEY=\"hunter2", "KEY='hunter2", "KEY=\"hunter2\"x", "hunter2", "2KEY=hunter2", "=hunter2"})
    void aLineThatCannotBeReadIsNamedWithoutItsValue(String line) {
        assertThatThrownBy(() -> read("A=1\n" + line + "\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".env: line 2 ")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        Path file = Files.write(folder.resolve(".env"), "SITE_TITLE=Müller\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> EnvFile.read(file)).hasMessage(file + " is not UTF-8; save it in that encoding.");
    }

    @Test
    void aFolderAndAMissingFileAreSaidToBeThat() {
        assertThatThrownBy(() -> EnvFile.read(folder)).hasMessage(folder + " is a folder, not a file of settings.");
        assertThatThrownBy(() -> EnvFile.read(folder.resolve("x")))
                .hasMessage(folder.resolve("x") + " does not exist.");
    }

    @Test
    void aGivenFileIsTakenWhetherItExistsOrNot() {
        assertThat(EnvFile.find(folder.resolve("given.env"))).contains(folder.resolve("given.env"));
    }

    private Map<String, String> read(String text) throws Exception {
        return EnvFile.read(Files.writeString(folder.resolve(".env"), text));
    }
}
