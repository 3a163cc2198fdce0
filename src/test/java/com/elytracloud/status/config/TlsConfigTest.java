package com.elytracloud.status.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** That every client then trusts the file is tested with the clients: CertificatesTest, ServerFaultsQuarkusTest, ObjectStoreTest. */
class TlsConfigTest {
    private static final String AUTHORITY = "src/test/resources/tls/trust.pem";

    @TempDir
    Path folder;

    @Test
    void theFileAddsToThePlatformsAuthorities() throws GeneralSecurityException {
        TrustManagerFactory platform = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        platform.init((KeyStore) null);
        X509TrustManager trusted = (X509TrustManager) platform.getTrustManagers()[0];

        TlsConfig tls = of(AUTHORITY);

        assertThat(tls.problems()).isEmpty();
        assertThat(tls.trustStore().orElseThrow().size()).isEqualTo(trusted.getAcceptedIssuers().length + 1);
    }

    @Test
    void withoutAFileThePlatformDecides() {
        assertThat(TlsConfig.PLATFORM.trustStore()).isEmpty();
        assertThat(TlsConfig.PLATFORM.problems()).isEmpty();
    }

    @Test
    void aFileWithoutCertificatesIsAProblemThatNamesIt() throws Exception {
        Path garbage = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nx\n");
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        for (String file : new String[] {garbage.toString(), empty.toString(), "/no/such/ca.pem"}) {
            assertThat(of(file).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.variable()).isEqualTo("TLS_CA_FILE");
                assertThat(problem.sentence())
                        .contains("names a file that", "PEM")
                        .doesNotContain(file);
            });
        }
    }

    private static TlsConfig of(String file) {
        return new TlsConfig(new Variables(Map.of("TLS_CA_FILE", file)::get));
    }
}
