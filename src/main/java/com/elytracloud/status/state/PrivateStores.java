package com.elytracloud.status.state;

import java.util.HashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWriter;
import com.elytracloud.status.objectstore.ConditionalWriter.Outcome;
import com.elytracloud.status.objectstore.ConditionalWriter.SupersededBy;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.state.StateConfig.Place;

/** Makes the private store that the operator configured, and what is kept in it; sends no request yet. */
@Singleton
final class PrivateStores {
    private final StateConfig config;
    private final ConditionalWrites conditions;
    private final Bucket bucket;
    private final PrivateStore store;

    PrivateStores(StateConfig config, SpacesConfig site, ObjectStore siteStore, TlsConfig tls) {
        this.config = config;
        this.conditions = config.conditions(site.endpoint());
        boolean isBesideSite = config.place() == Place.BESIDE_SITE;
        this.bucket = new Bucket(
                isBesideSite ? siteStore : new ObjectStore(config::access, ObjectStore.USUAL, tls), config.bucket());
        ConditionalWriter writer = new ConditionalWriter(bucket, conditions, SupersededBy.ANY_OTHER);
        this.store = config.place() == Place.FOLDER
                ? new PrivateStore.InFolder(config.folder())
                : new PrivateStore.InBucket(bucket, config.keyBeside(""), writer);
    }

    /** The bucket of the state, if it is in one. */
    Bucket bucket() {
        return bucket;
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
        return new Incidents(store);
    }

    @Produces
    @Singleton
    AlertStateStore alertStateStore() {
        boolean isNowhere = config.place() != Place.FOLDER && config.bucket().isEmpty();
        return isNowhere ? new JsonAlertStateStore.Unstored(new HashMap<>()) : new JsonAlertStateStore(store);
    }

    /** The operators' announcements. */
    record Incidents(PrivateStore store) implements IncidentStore {
        private static final String NAME = "incidents.json";
        private static final int SCHEMA = 1;
        private static final int ATTEMPTS = 5;

        @Override
        public Reading<Announcements> read(Deadline deadline) {
            try {
                Optional<StoredObject> found = store.read(NAME, deadline);
                return found.isEmpty() ? new Reading.Nothing<>() : new Reading.Found<>(announced(found));
            } catch (ObjectStoreException e) {
                return new Reading.Failed<>(e.failure());
            }
        }

        @Override
        public Announcements edit(UnaryOperator<Announcements> change, Deadline deadline) {
            try {
                for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                    Optional<StoredObject> found = store.read(NAME, deadline);
                    Announcements changed = change.apply(announced(found));
                    byte[] bytes = PrivateJson.write(new IncidentFile(SCHEMA, changed));
                    if (store.replace(NAME, bytes, 0, StoredObject.etag(found), deadline) != Outcome.SUPERSEDED) {
                        return changed;
                    }
                }
            } catch (ObjectStoreException e) {
                throw new PublishException("the incidents could not be changed: " + e.failure(), e);
            }
            throw new PublishException(store.location(NAME) + " was changed by others all the time. Try again.");
        }

        private Announcements announced(Optional<StoredObject> found) throws ObjectStoreException {
            return found.isEmpty() ? Announcements.NONE : store.parse(NAME, found.get(), IncidentFile.class).announced;
        }

        private record IncidentFile(int schema, Announcements announced) {
            IncidentFile {
                if (schema != SCHEMA) {
                    throw new IllegalArgumentException(
                            "it has schema %d, this program writes %d".formatted(schema, SCHEMA));
                }
            }
        }
    }
}
