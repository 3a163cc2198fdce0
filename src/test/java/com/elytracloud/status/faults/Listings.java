package com.elytracloud.status.faults;

import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.LocalWorld;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/** Listings of the backups, asked for and answered in the storage's place. */
final class Listings {
    private static final String BUCKET = "/" + LocalWorld.BACKUPS + "/?";

    private Listings() {}

    /** Every page of every listing. */
    static MappingBuilder asked() {
        return get(urlPathMatching(BUCKET)).withQueryParam("list-type", equalTo("2"));
    }

    /** A page in the storage's own words. */
    static ResponseDefinitionBuilder page(String content) {
        return aResponse().withHeader("Content-Type", "application/xml").withBody("""
                <?xml version="1.0" encoding="UTF-8"?>
                <ListBucketResult><Name>%s</Name><MaxKeys>1000</MaxKeys>%s</ListBucketResult>
                """.formatted(
                        LocalWorld.BACKUPS, content));
    }

    /** An error in the storage's own words. */
    static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse().withStatus(status).withBody("<Error><Code>%s</Code></Error>".formatted(code));
    }

    /** All backups there are, written at this time. */
    static String objects(LocalS3 storage, Object lastModified) {
        return storage.keys(LocalWorld.BACKUPS).stream()
                .map(key -> """
                        <Contents><Key>%s</Key><LastModified>%s</LastModified><Size>%d</Size></Contents>
                        """.formatted(key, lastModified, storage.size(LocalWorld.BACKUPS, key)))
                .collect(Collectors.joining());
    }
}
