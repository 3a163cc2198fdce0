package com.elytracloud.status.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/**
 * An S3 server in memory that checks signatures and ACLs, behind a front that keeps every request as it came over the
 * wire and can answer in the server's place.
 */
public final class LocalS3 implements AutoCloseable {
    private static final int AFTER_EVERY_FAULT = 10;
    private static final int FRONT_THREADS = 128;

    private final TransientNio2BlobStore objects = new TransientNio2BlobStore();
    private final S3Proxy server;
    private final Forwarder forwarder;
    private final WireMockServer front;
    private final AtomicReference<Meanwhile> meanwhile = new AtomicReference<>();

    private LocalS3() throws Exception {
        server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "LOCAL4ACCESS7KEY9Q2", "L0cal+s3cret/4fQ9xZ71kd")
                .build();
        server.start();
        forwarder = new Forwarder(server.getPort());
        front = new WireMockServer(options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .extensions(forwarder)
                .httpServerFactory(new RawBodies())
                .containerThreads(FRONT_THREADS));
        front.addMockServiceRequestListener((request, answer) -> happens(request));
        front.start();
        reset();
    }

    /** Starts an empty server on free ports. */
    public static LocalS3 start() {
        try {
            return new LocalS3();
        } catch (Exception e) {
            throw new IllegalStateException("the local S3 server did not start", e);
        }
    }

    /** Forgets the requests seen so far and every fault; the objects stay. */
    public void reset() {
        front.resetAll();
        meanwhile.set(null);
        forwarder.refuse(request -> false);
        forwarder.loseAnswers(request -> false);
        front.stubFor(any(anyUrl())
                .atPriority(AFTER_EVERY_FAULT)
                .willReturn(aResponse().withTransformers(Forwarder.NAME)));
    }

    /** Where clients find it. */
    public URI endpoint() {
        return URI.create(front.baseUrl());
    }

    /** The settings by which a client finds it and comes in. */
    public Map<String, String> variables() {
        return new HashMap<>(Map.of(
                "SPACES_ENDPOINT",
                endpoint().toString(),
                "SPACES_ACCESS_KEY",
                "LOCAL4ACCESS7KEY9Q2",
                "SPACES_SECRET_KEY",
                "L0cal+s3cret/4fQ9xZ71kd"));
    }

    /** To answer in the server's place. */
    public WireMockServer front() {
        return front;
    }

    /** From now on every request of this method is answered with this status, until the next reset. */
    public void refuse(String method, int status) {
        front.stubFor(request(method, anyUrl())
                .willReturn(aResponse().withStatus(status).withBody("<Error><Code>AccessDenied</Code></Error>")));
    }

    /** From now on an If-Match with an ETag in quotes is never fulfilled, as by Ceph and Spaces, until the next reset. */
    public void refuseQuotedConditions() {
        forwarder.refuse(request -> request.containsHeader("If-Match")
                && request.getHeader("If-Match").startsWith("\""));
    }

    /** From now on every PUT is done, and its answer lost, until the next reset. */
    public void loseAnswers() {
        forwarder.loseAnswers(request -> true);
    }

    /** From now on every PUT of this key is done, and its answer lost, until the next reset. */
    public void loseAnswers(String key) {
        forwarder.loseAnswers(request -> isAt(request, key));
    }

    /** Once, when the next such request has been dealt with and before its answer is sent, this happens. */
    public void meanwhile(String method, String key, Runnable event) {
        meanwhile.set(new Meanwhile(method, key, event));
    }

    /** From now on no If-Match is fulfilled, until the next reset. */
    public void refuseEveryCondition() {
        forwarder.refuse(request -> request.containsHeader("If-Match"));
    }

    /** Every request since the start or the last reset, oldest first. */
    public List<LoggedRequest> requests() {
        List<LoggedRequest> requests = new ArrayList<>();
        front.getAllServeEvents().forEach(event -> requests.add(0, event.getRequest()));
        return requests;
    }

    /** Makes a bucket, without a request. */
    public LocalS3 createBucket(String bucket) {
        objects.createContainer(CreateBucketRequest.builder().bucket(bucket).build());
        return this;
    }

    /** Removes all objects of a bucket, without a request. */
    public void empty(String bucket) {
        objects.clearContainer(ListObjectsV2Request.builder().bucket(bucket).build());
    }

    /** Removes an object, without a request. */
    public void remove(String bucket, String key) {
        objects.removeBlob(DeleteObjectRequest.builder().bucket(bucket).key(key).build());
    }

    /** The keys of all objects of a bucket, without a request. */
    public List<String> keys(String bucket) {
        return objects.list(bucket).contents().stream().map(S3Object::key).toList();
    }

    /** How many bytes an object has, without a request. */
    public long size(String bucket, String key) {
        return objects.blobMetadata(bucket, key).contentLength();
    }

    /** Stores a private object, without a request. */
    public LocalS3 put(String bucket, String key, byte[] bytes) {
        return put(bucket, key, bytes, "application/octet-stream", null);
    }

    /** Stores a private object with its headers, without a request. */
    public LocalS3 put(String bucket, String key, byte[] bytes, String contentType, String cacheControl) {
        PutObjectRequest request = aPrivate(bucket, key, bytes)
                .contentType(contentType)
                .cacheControl(cacheControl)
                .build();
        objects.putBlob(request, new ByteArrayInputStream(bytes));
        return this;
    }

    /** Stores an object as the run of this number would have, without a request. */
    public void putNumbered(String bucket, String key, byte[] bytes, long seq) {
        PutObjectRequest request = aPrivate(bucket, key, bytes)
                .contentType("application/json")
                .metadata(Map.of(
                        "seq", Long.toString(seq), "write", UUID.randomUUID().toString()))
                .build();
        objects.putBlob(request, new ByteArrayInputStream(bytes));
    }

    private static PutObjectRequest.Builder aPrivate(String bucket, String key, byte[] bytes) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentLength((long) bytes.length)
                .acl(ObjectCannedACL.PRIVATE);
    }

    /** The bytes of an object, empty if there is none; without a request. */
    public Optional<byte[]> find(String bucket, String key) throws IOException {
        try (var found = objects.getBlob(
                GetObjectRequest.builder().bucket(bucket).key(key).build())) {
            return Optional.of(found.readAllBytes());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** The metadata of an object under the names we gave them, empty if there is none; without a request. */
    public Map<String, String> metadata(String bucket, String key) {
        try {
            return objects.blobMetadata(
                            HeadObjectRequest.builder().bucket(bucket).key(key).build())
                    .metadata();
        } catch (NoSuchKeyException e) {
            return Map.of();
        }
    }

    /** The address of an object for someone without a key. */
    public URI address(String bucket, String key) {
        return endpoint().resolve("/" + bucket + "/" + key);
    }

    /** The HTTP status that someone without a key is given. */
    public int anonymousStatus(String bucket, String key) throws IOException {
        HttpURLConnection visitor =
                (HttpURLConnection) address(bucket, key).toURL().openConnection();
        return visitor.getResponseCode();
    }

    private void happens(Request request) {
        Meanwhile next = meanwhile.get();
        if (next != null && next.isAt(request) && meanwhile.compareAndSet(next, null)) {
            next.event.run();
        }
    }

    private record Meanwhile(String method, String key, Runnable event) {
        boolean isAt(Request request) {
            return request.getMethod().getName().equals(method) && LocalS3.isAt(request, key);
        }
    }

    private static boolean isAt(Request request, String key) {
        return URI.create(request.getUrl()).getPath().endsWith("/" + key);
    }

    @Override
    public void close() {
        front.stop();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the local S3 server did not stop", e);
        }
    }
}
