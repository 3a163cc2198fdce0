package com.elytracloud.status.run;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import jakarta.inject.Singleton;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.run.AnonymousHttp.Visit;

/** Fetches the published {@code status.json} as an anonymous reader does, and reads it as a status document. */
@Singleton
public record PublishedStatusClient(AnonymousHttp visitor) {
    /** Fetches it once; failed, never an exception, if there is no usable answer by the deadline. */
    public Reading<Visit> fetch(URI address, Deadline deadline) {
        return request(address, deadline).then(PublishedStatusClient::usable);
    }

    /** Any answer to the request for it. */
    public Reading<Visit> request(URI address, Deadline deadline) {
        return visitor.visit(address, Map.of("Accept", "application/json"), deadline);
    }

    /** Parses an answer as a status document; failed if it is none. */
    public static Reading<ServedSite> served(Visit answer) {
        long seq = answer.header("x-amz-meta-seq")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        try {
            StatusDocument document = Json.read(answer.bytes(), StatusDocument.class);
            return new Reading.Found<>(new ServedSite(
                    new Seen(seq, document.updatedAt()), document.staleAfter(), answer.certificateEnds()));
        } catch (IOException e) {
            return Reading.failed(Reason.UNREADABLE, "the file " + Json.reason(e));
        }
    }

    /** An answer, if it can be a status document at all. */
    public static Reading<Visit> usable(Visit visit) {
        if (visit.status() != 200) {
            return Reading.failed(reason(visit.status()), "answered " + visit.status());
        }
        return visit.bytes().length > Visit.MOST_BYTES
                ? Reading.failed(Reason.TOO_LARGE, "the answer has more than %d bytes".formatted(Visit.MOST_BYTES))
                : new Reading.Found<>(visit);
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401 -> Reason.UNAUTHORIZED;
            case 403 -> Reason.FORBIDDEN;
            case 404, 410 -> Reason.NOT_FOUND;
            case 429 -> Reason.THROTTLED;
            default -> status >= 300 && status < 400 ? Reason.REDIRECTED : Reason.SERVER_ERROR;
        };
    }
}
