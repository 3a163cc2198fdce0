package com.elytracloud.status.testing.bad.run;

import software.amazon.awssdk.services.s3.S3Client;

/** A run with a vendor. */
public final class SpeaksAws {
    S3Client client;
}
