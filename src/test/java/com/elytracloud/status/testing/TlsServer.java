package com.elytracloud.status.testing;

import java.nio.file.Path;

import com.github.tomakehurst.wiremock.WireMockServer;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** Servers on {@code https://localhost} whose certificate only the authority of the tests vouches for. */
public final class TlsServer {
    /** The authority, as a setting names it. */
    public static final String AUTHORITY = "src/test/resources/tls/trust.pem";

    private static final String PASSWORD = "changeit";

    private TlsServer() {}

    /** A server that is not started yet, with a valid certificate. */
    public static WireMockServer create() {
        return create("lasting.p12");
    }

    /** A server with the certificate of this key store. */
    public static WireMockServer create(String keyStore) {
        return new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(Path.of("src/test/resources/tls", keyStore)
                        .toAbsolutePath()
                        .toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    }

    /** The settings of a client that trusts the authority. */
    public static TlsConfig trusting() {
        return new TlsConfig(new Variables(name -> name.equals("TLS_CA_FILE") ? AUTHORITY : null));
    }
}
