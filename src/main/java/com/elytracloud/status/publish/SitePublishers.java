package com.elytracloud.status.publish;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.SitePublisher;

/** Chooses the configured publisher; sends and writes nothing yet. */
final class SitePublishers {
    @Produces
    @Singleton
    SitePublisher publisher(
            PublishConfig config,
            SpacesConfig storage,
            ObjectStore store,
            BoundedExecutor executor,
            AnonymousHttp visitor) {
        return switch (config.target()) {
            case BUCKET ->
                new S3SitePublisher(
                        config,
                        new Bucket(store, config.bucket(), config.usesAcl()),
                        config.conditionsAt(storage.endpoint()),
                        new PublicSite(visitor, PublicSite.LIMIT),
                        executor);
            case FOLDER, FILE ->
                new FolderSitePublisher(
                        config.target(), config.output().toAbsolutePath().normalize());
        };
    }
}
