package com.elytracloud.status.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLHandshakeException;

import jakarta.ws.rs.ProcessingException;

import io.vertx.core.http.HttpClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.Failure.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

final class FailureReasonsTest {
    @ParameterizedTest
    @MethodSource
    void theCauseDecides(Throwable cause, Reason reason, boolean isTransient, String detail) {
        ApiCallException failure = FailureReasons.of(new ProcessingException(new IllegalStateException(cause)));

        assertThat(failure.failure().reason()).isEqualTo(reason);
        assertThat(failure.isTransient()).isEqualTo(isTransient);
        assertThat(failure.failure().detail()).contains(detail).doesNotContain("secret");
    }

    static Stream<Arguments> theCauseDecides() {
        return Stream.of(
                arguments(new ConnectException("secret"), Reason.UNREACHABLE, true, "no route to it, or no answer"),
                arguments(new ConnectException("secret refused"), Reason.UNREACHABLE, true, "it was refused"),
                arguments(new UnknownHostException("secret"), Reason.UNREACHABLE, true, "its name is not known"),
                arguments(handshake(new CertificateExpiredException("secret")), Reason.UNREACHABLE, true, "expired"),
                arguments(handshake(new CertificateException("secret")), Reason.UNREACHABLE, true, "not trusted"),
                arguments(new TimeoutException("secret"), Reason.TIMED_OUT, true, "in time"),
                arguments(new ZipException("secret"), Reason.UNREADABLE, false, "ZipException"),
                arguments(new IOException("secret"), Reason.CUT_SHORT, true, "ended"),
                arguments(new HttpClosedException("secret"), Reason.CUT_SHORT, true, "ended"),
                arguments(new IllegalArgumentException("secret"), Reason.UNREADABLE, false, "not HTTP"));
    }

    @Test
    void aMistakeOfOursIsNoFailureOfTheService() {
        ApiCallException failure = FailureReasons.of(new IllegalStateException("secret"));

        assertThat(failure.failure().toString()).isEqualTo("INTERNAL_ERROR: IllegalStateException");
        assertThat(failure.isTransient()).isFalse();
    }

    @Test
    void aKnownFailureStaysWhatItIs() {
        ApiCallException known = ApiCallException.permanentFailure(Reason.FORBIDDEN, "answered 403");

        assertThat(FailureReasons.of(new ProcessingException(known))).isSameAs(known);
    }

    @Test
    void causesThatFormACircleEnd() {
        Exception one = new Exception();
        one.initCause(new Exception(one));

        assertThat(FailureReasons.find(one, IOException.class)).isEmpty();
    }

    private static Throwable handshake(Exception cause) {
        return new SSLHandshakeException("secret").initCause(cause);
    }
}
