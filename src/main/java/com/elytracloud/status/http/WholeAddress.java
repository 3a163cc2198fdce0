package com.elytracloud.status.http;

import java.net.URI;

import feign.Request;
import feign.Request.HttpMethod;
import feign.RequestTemplate;
import feign.Target;

/**
 * An address that is called letter by letter as it was configured: the key of a webhook may hold anything.
 *
 * @param <A> the interface of the service
 */
record WholeAddress<A>(Class<A> type, URI address) implements Target<A> {
    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public String url() {
        return address.toString();
    }

    @Override
    public Request apply(RequestTemplate template) {
        return Request.create(
                HttpMethod.valueOf(template.method()),
                url(),
                template.headers(),
                Request.Body.create(template.body(), template.requestCharset()),
                template);
    }
}
