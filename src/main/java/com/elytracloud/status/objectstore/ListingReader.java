package com.elytracloud.status.objectstore;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

import com.elytracloud.status.objectstore.ListedPage.Listed;

/**
 * Reads the answer of a listing as it arrives, and gives the client an empty one in its place: the client's own way
 * takes some megabytes a page, because it makes a tree of the whole before it makes objects of the tree.
 */
final class ListingReader implements ExecutionInterceptor {
    /** Where a call wants its page; the client wants one of a name only, and tests load this class more than once. */
    static final ExecutionAttribute<Sink> SINK =
            new ExecutionAttribute<>("elytra-listing-" + System.identityHashCode(ListingReader.class));

    private static final byte[] NOTHING = "<ListBucketResult/>".getBytes(StandardCharsets.UTF_8);

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse answer, ExecutionAttributes attributes) {
        Sink sink = attributes.getAttribute(SINK);
        if (sink == null
                || !answer.httpResponse().isSuccessful()
                || answer.responseBody().isEmpty()) {
            return answer.responseBody();
        }
        try {
            sink.page = ListingXml.read(answer.responseBody().get(), sink::see);
            return Optional.of(new ByteArrayInputStream(NOTHING));
        } catch (XMLStreamException e) {
            // Behind the end of a connection there is the reason why it ended; else the words are not those of S3.
            Throwable cause = e.getNestedException() == null ? e : e.getNestedException();
            throw SdkClientException.create("the listing cannot be read", cause);
        }
    }

    /** Takes the answers of one call: of a second attempt only what the first did not bring. */
    static final class Sink {
        private final Consumer<Listed> seen;
        private String lastKey = "";
        private ListedPage page;

        Sink(Consumer<Listed> seen) {
            this.seen = seen;
        }

        private void see(Listed object, boolean isInOrder) {
            if (!isInOrder || KeyOrder.compare(object.key(), lastKey) > 0) {
                lastKey = object.key();
                seen.accept(object);
            }
        }

        ListedPage page() {
            return page;
        }
    }
}
