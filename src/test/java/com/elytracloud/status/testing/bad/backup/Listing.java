package com.elytracloud.status.testing.bad.backup;

import software.amazon.awssdk.services.s3.S3Client;

/** Allowed. */
public final class Listing {
    S3Client client;
}
