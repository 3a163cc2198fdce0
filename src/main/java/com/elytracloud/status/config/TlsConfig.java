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
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The certificate authorities that every client trusts: the platform's, and those of {@code TLS_CA_FILE}. */
@Singleton
public final class TlsConfig implements SettingsSection {
    /** Only the platform's authorities. */
    public static final TlsConfig PLATFORM = new TlsConfig(new Variables(name -> null));

    private static final String FILE = "TLS_CA_FILE";

    private final SettingsReader reader;
    private final KeyStore trusted;

    /** Reads the section. */
    @Inject
    public TlsConfig(Variables variables) {
        this(new SettingsReader(variables));
    }

    TlsConfig(SettingsReader reader) {
        this.reader = reader;
        String file = reader.text(FILE, "");
        this.trusted = file.isEmpty() ? null : read(file);
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return true;
    }

    /** All trusted authorities; empty if they are only the platform's. */
    public Optional<KeyStore> trustStore() {
        return Optional.ofNullable(trusted);
    }

    /** The same as trust managers; empty if they are only the platform's. */
    public Optional<TrustManager[]> trustManagers() {
        return trustStore().map(TlsConfig::managers);
    }

    /** The same as a TLS context; empty if they are only the platform's. */
    public Optional<SSLContext> context() {
        return trustManagers().map(managers -> {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, managers, null);
                return context;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the platform has no TLS", e);
            }
        });
    }

    private KeyStore read(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            List<Certificate> all =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (all.isEmpty()) {
                return refuse("holds no certificate");
            }
            all.addAll(ofPlatform());
            return store(all);
        } catch (IOException | InvalidPathException e) {
            return refuse("cannot be read");
        } catch (GeneralSecurityException e) {
            return refuse("holds something else than certificates");
        }
    }

    private KeyStore refuse(String what) {
        reader.refuse(FILE, "names a file that %s; allowed is a file of certificates in PEM form".formatted(what));
        return null;
    }

    private static List<X509Certificate> ofPlatform() {
        return List.of(((X509TrustManager) managers(null)[0]).getAcceptedIssuers());
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

    private static KeyStore store(List<Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority-" + i, certificates.get(i));
        }
        return store;
    }
}
