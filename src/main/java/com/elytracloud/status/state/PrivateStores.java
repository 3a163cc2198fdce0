package com.elytracloud.status.state;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.state.StateConfig.Place;

/** Makes the private store that the operator configured, and what is kept in it; sends no request yet. */
@Singleton
final class PrivateStores {
    private final StateConfig config;
    private final ConditionalWrites conditions;
    private final ObjectStore siteStore;
    /** For a state in a storage of its own; never called elsewhere. */
    private final ObjectStore ownStore;

    private final PrivateStore store;

    PrivateStores(StateConfig config, SpacesConfig site, ObjectStore siteStore, TlsConfig tls) {
        this.config = config;
        this.conditions = config.conditions(site.endpoint());
        this.siteStore = siteStore;
        this.ownStore = new ObjectStore(config::access, ObjectStore.USUAL, tls);
        this.store = config.place() == Place.FOLDER
                ? new FolderPrivateStore(config.folder())
                : new S3PrivateStore(bucket(), config.keyBeside(""), conditions);
    }

    /** The bucket of the state, if it is in one. */
    Bucket bucket() {
        return new Bucket(config.place() == Place.BESIDE_SITE ? siteStore : ownStore, config.bucket());
    }

    /** How conditions are sent to it. */
    ConditionalWrites conditions() {
        return conditions;
    }

    PrivateStore store() {
        return store;
    }

    @Produces
    @Singleton
    StateStore stateStore() {
        return new JsonStateStore(store, config.name());
    }

    @Produces
    @Singleton
    IncidentStore incidentStore() {
        return new JsonIncidentStore(store);
    }

    @Produces
    @Singleton
    AlertStateStore alertStateStore() {
        return isNowhere() ? new ProcessAlertStateStore() : new JsonAlertStateStore(store);
    }

    private boolean isNowhere() {
        return config.place() != Place.FOLDER && config.bucket().isEmpty();
    }

    @PreDestroy
    void close() {
        ownStore.close();
    }
}
