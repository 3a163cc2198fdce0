package com.elytracloud.status.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The certificate authorities that every client trusts: the platform's, and those of {@code TLS_CA_FILE}.
 *
 * @param storeOrNull all of them; null if they are only the platform's
 */
@Singleton
public record TlsConfig(SettingsReader reader, KeyStore storeOrNull) implements SettingsSection {
    /** Only the platform's authorities. */
    public static final TlsConfig PLATFORM = new TlsConfig(new Variables(name -> null));

    private static final String FILE = "TLS_CA_FILE";

    /** Reads the section. */
    @Inject
    public TlsConfig(Variables variables) {
        this(new SettingsReader(variables, EnumSet.allOf(Capability.class)));
    }

    private TlsConfig(SettingsReader reader) {
        this(reader, reader.isSet(FILE) ? store(reader) : null);
    }

    /** All trusted authorities; empty if they are only the platform's. */
    public Optional<KeyStore> trustStore() {
        return Optional.ofNullable(storeOrNull);
    }

    /** All trusted authorities as trust managers. */
    public TrustManager[] trustManagers() {
        return managers(storeOrNull);
    }

    /** All trusted authorities as a TLS context. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no TLS", e);
        }
    }

    private static KeyStore store(SettingsReader reader) {
        String wrong = "holds no certificate";
        try (InputStream in = Files.newInputStream(Path.of(reader.text(FILE, "")))) {
            List<Certificate> all =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (!all.isEmpty()) {
                all.addAll(List.of(((X509TrustManager) managers(null)[0]).getAcceptedIssuers()));
                KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
                store.load(null, null);
                for (Certificate each : all) {
                    store.setCertificateEntry("authority-" + store.size(), each);
                }
                return store;
            }
        } catch (IOException | InvalidPathException e) {
            wrong = "cannot be read";
        } catch (GeneralSecurityException e) {
            wrong = "holds something else than certificates";
        }
        reader.refuse(FILE, "names a file that %s; allowed is a file of certificates in PEM form", wrong);
        return null;
    }

    private static TrustManager[] managers(KeyStore storeOrPlatform) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(storeOrPlatform);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no trust store", e);
        }
    }
}
