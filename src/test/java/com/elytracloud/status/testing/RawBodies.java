package com.elytracloud.status.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/**
 * Keeps WireMock from unpacking a body that is gzip, which would break its signature: it recognises one by its first two
 * bytes, so another byte is put before them here and taken away by {@link #of}.
 */
final class RawBodies implements HttpServerFactory {
    private static final byte MARK = 0;

    /** A body as it was sent. */
    static byte[] of(byte[] body) {
        return isGzip(body, 1) ? Arrays.copyOfRange(body, 1, body.length) : body;
    }

    @Override
    public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        return new Jetty11HttpServer(options, admin, stubs) {
            @Override
            protected void decorateMockServiceContextBeforeConfig(ServletContextHandler context) {
                Filter marking = (request, response, chain) ->
                        chain.doFilter(new Marked((HttpServletRequest) request), response);
                context.addFilter(new FilterHolder(marking), "/*", EnumSet.allOf(DispatcherType.class));
            }
        };
    }

    private static boolean isGzip(byte[] bytes, int at) {
        return bytes.length > at + 1 && bytes[at] == (byte) 0x1f && bytes[at + 1] == (byte) 0x8b;
    }

    private static final class Marked extends HttpServletRequestWrapper {
        Marked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            byte[] body = super.getInputStream().readAllBytes();
            if (!isGzip(body, 0)) {
                return new Body(body);
            }
            byte[] marked = new byte[body.length + 1];
            marked[0] = MARK;
            System.arraycopy(body, 0, marked, 1, body.length);
            return new Body(marked);
        }
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read at once");
        }
    }
}
