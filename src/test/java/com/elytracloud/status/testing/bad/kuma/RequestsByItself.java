package com.elytracloud.status.testing.bad.kuma;

import java.net.http.HttpClient;

/** An edge with an HTTP client of its own. */
public final class RequestsByItself {
    HttpClient client;
}
