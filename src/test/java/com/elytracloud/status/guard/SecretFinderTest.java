package com.elytracloud.status.guard;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretFinderTest {
    @ParameterizedTest(name = "{1} in {0}: for the operator {2}, in public {3}")
    @CsvSource(delimiter = '|', textBlock = """
            pa55w0rd                                    | it is pa55w0rd.                | true  | true
            pa55w0rd                                    | it is pa55w0r                 | false | false
            k7Q9x                                       | (k7Q9x)                        | true  | false
            k7Q9x                                       | xk7Q9xx                        | false | false
            abc                                         | abc                            | false | false
            Hosting                                     | Managed hosting: Hosting       | true  | false
            20261126                                    | on 20261126                    | true  | false
            https://u:pa55w0rd@mon.example/push/AbC     | mon.example                    | false | false
            https://u:pa55w0rd@mon.example/push/AbC     | of pa55w0rd                    | true  | true
            https://u:pa55w0rd@mon.example/push/AbC     | u:pa55w0rd                     | true  | true
            https://mon.example/api/push/AbCdEf123?a=b1 | https://mon.example            | false | false
            https://mon.example/api/push/AbCdEf123?a=b1 | at api/push/AbCdEf123          | true  | true
            https://mon.example/x?token=Zk4mBv9         | token=Zk4mBv9                  | true  | true
            https://hooks.example/T0/0123456789abcdefXY | is 0123456789abcdefXY          | true  | true
            https://hooks.example/T0/0123456789abcdeX   | is 0123456789abcdeX            | true  | true
            https://hooks.example/T0/0123456789abcdX    | is 0123456789abcdX             | false | false
            pa55w0r8                                    | xpa55w0r8x                     | true  | true
            k7Q9                                        | (k7Q9)                         | true  | false
            https://status.acme.example/status.json     | See status.json.               | true  | false
            acme.example                                | acme.example                   | true  | false
            """)
    void aSecretIsFoundInTextsForTheOperatorAndInPublicOnes(
            String secret, String text, boolean forOperator, boolean inPublic) {
        SecretFinder finder = SecretFinder.of(List.of(secret), List.of("https://status.acme.example/status.json"));

        assertThat(finder.finds(text)).isEqualTo(forOperator);
        assertThat(finder.findsInPublic(text)).isEqualTo(inPublic);
    }

    @Test
    void base64IsFoundWhateverStandsBeforeTheSecret() {
        SecretFinder finder = SecretFinder.of(List.of("correct horse battery"), List.of());

        assertThat(List.of(
                        "Y29ycmVjdCBob3JzZSBiYXR0ZXJ5",
                        "dTpjb3JyZWN0IGhvcnNlIGJhdHRlcnk=",
                        "OmNvcnJlY3QgaG9yc2UgYmF0dGVyeQ==",
                        "dXM6Y29ycmVjdCBob3JzZSBiYXR0ZXJ5OmI="))
                .allMatch(finder::findsInPublic);
    }
}
