package com.elytracloud.status.guard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsTest {
    @ParameterizedTest
    @CsvSource({
        "Basic dXNlcjpwYXNz, true", // user:pass
        "Basic YTp+fn5+, true", // a:~~~~
        "Basic OiAgICAg, true", // only blanks behind the colon
        "Basic YToAAAAA, false", // a: and bytes that are no text
        "Basic dXNlcnBhc3Nz, false", // no colon
        "Basic abcdefgh=, true",
        "Basic Hosting2026, false",
        "Basic a1b2c3d4e5f6g7h8i9j, false", // 19
        "Basic a1b2c3d4e5f6g7h8i9j0, true", // 20
        "Basic a1b2c3d4e5f6g7h8i9j0a, true",
        "Basic abcdefghijklmnopqrstuvwx, false",
        "Basic abcdefghijklmnopqrstuvwxy, true",
        "Basic abcdefghijklm-nopqrstuvwxyz, false",
        "Bearer abc1def, true",
        "Bearer abcdef123456, true",
        "Bearer token2026, false",
        "Bearer instruments, false",
        "Bearer aBcdeFgh, true",
        "Bearer McDonald, false",
        "Bearer ABcdEFgh, true",
        "Bearer 12345.6789, false"
    })
    void whatFollowsTheWordIsAWordOrNot(String text, boolean token) {
        assertThat(Credentials.isToken(text)).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({
        "k3j9x8b2v7n4m1q6w5e0, true",
        "k3j9x8b2v7n4m1q6w5e, false", // 19
        "k3j9x8b2v7-n4m1q6w5e0, false", // two kinds, broken
        "K3j9x8b2v7-n4m1q6w5e0, true", // three kinds
        "00000000000000000000, false",
        "aaaa1aaaa1aaaa1aaaaaa, true", // two kinds, 6 changes in 20
        "aaaa1aaaa1aaaa1aaaaaaa, false", // in 21
        "aaaa1aaaa1aaaaaaaaaa1, false", // 5 in 20
        "aaaaa1aaaaa1aaaaaaaaA, true", // three kinds, 5 changes in 20
        "aaaaa1aaaaa1aaaaaaaaaA, false", // in 21
        "ABaaa1aaaa1aaaaaaaaaa, true", // behind a capital a capital begins no word
        "Abaaa1aaaa1aaaaaaaaaa, false",
        "abcdefghijabcdefghijabcdefghij, false",
        "0123456789abcdef0123456789abcdef, true",
        "0123456789abcdef0123456789abcde, false",
        "00000000000000000000000000000000, false",
        "ABCDEFABCDEFABCDEFABCDEFABCDEF01, true",
        "WordPressManagedHosting2026Edition, false",
        "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=, false",
        "sha257-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=, true"
    })
    void onlyChanceChangesSoOften(String text, boolean random) {
        assertThat(Credentials.isRandom(text)).isEqualTo(random);
    }
}
