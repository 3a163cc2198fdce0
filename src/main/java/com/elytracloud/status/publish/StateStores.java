package com.elytracloud.status.publish;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.CallLimits;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.publish.StateConfig.Place;
import com.elytracloud.status.run.AlertMemory;
import com.elytracloud.status.run.FigureStore;
import com.elytracloud.status.run.NoticeBoard;
import com.elytracloud.status.run.StateStore;

/** Chooses where state and notice are kept, as the operator configured; asks and writes nothing yet. */
@Singleton
final class StateStores {
    private final StateConfig config;
    private final ConditionalWrites conditions;
    private final ObjectStore siteStore;
    /** A storage of its own, where the state is not in that of the site; it is never called elsewhere. */
    private final ObjectStore ownStore;

    StateStores(StateConfig config, SpacesConfig site, ObjectStore siteStore) {
        this.config = config;
        this.conditions = config.conditions(site.endpoint());
        this.siteStore = siteStore;
        this.ownStore = new ObjectStore(config::access, CallLimits.USUAL);
    }

    /** The bucket of the state, where one is the place. */
    Bucket bucket() {
        return new Bucket(config.place() == Place.BESIDE_SITE ? siteStore : ownStore, config.bucket());
    }

    /** How conditions are said to it. */
    ConditionalWrites conditions() {
        return conditions;
    }

    @Produces
    @Singleton
    StateStore stateStore() {
        return switch (config.place()) {
            case AWS, ENDPOINT, BESIDE_SITE -> new S3StateStore(bucket(), config.key(), conditions);
            case FOLDER -> new FolderStateStore(new PrivateFolder(config.folder()));
        };
    }

    @Produces
    @Singleton
    NoticeBoard noticeBoard() {
        return switch (config.place()) {
            case AWS, ENDPOINT, BESIDE_SITE -> new S3NoticeBoard(bucket(), config.key());
            case FOLDER -> new FolderNoticeBoard(new PrivateFolder(config.folder()));
        };
    }

    @Produces
    @Singleton
    AlertMemory alertMemory() {
        if (isNowhere()) {
            return new ProcessAlertMemory();
        }
        return switch (config.place()) {
            case AWS, ENDPOINT, BESIDE_SITE -> new S3AlertMemory(bucket(), config.key());
            case FOLDER -> new FolderAlertMemory(new PrivateFolder(config.folder()));
        };
    }

    @Produces
    @Singleton
    FigureStore figureStore() {
        if (isNowhere()) {
            return new NoFigureStore();
        }
        return switch (config.place()) {
            case AWS, ENDPOINT -> new S3FigureStore(new Bucket(ownStore, config.bucket()), config.key());
            case BESIDE_SITE -> new S3FigureStore(new Bucket(siteStore, config.bucket()), config.key());
            case FOLDER -> new FolderFigureStore(new PrivateFolder(config.folder()));
        };
    }

    private boolean isNowhere() {
        return config.place() != StateConfig.Place.FOLDER && config.bucket().isEmpty();
    }

    @PreDestroy
    void close() {
        ownStore.close();
    }
}
