package com.elytracloud.status.testing.bad.kuma;

import software.amazon.awssdk.services.s3.S3Client;

/** The storage where it does not belong. */
public final class SpeaksAws {
    S3Client client;
}
