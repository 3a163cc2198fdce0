package com.elytracloud.status.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;

/** The files of a site as their readers parse them. */
record Rendered(Map<String, byte[]> files) {
    static final SiteIdentity SITE =
            new SiteIdentity("Example & Co.", URI.create("https://status.example.com/"), null, Language.EN, Brand.NONE);
    static final SiteIdentity GERMAN = new SiteIdentity(SITE.title(), SITE.address(), null, Language.DE, Brand.NONE);
    static final SiteIdentity WITHOUT_ADDRESS = new SiteIdentity("Example", null, null, Language.EN, Brand.NONE);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Rendered of(StatusDocument status, HistoryDocument history) {
        return of(SITE, status, history);
    }

    static Rendered of(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        StaticSite.formats(site, status, history).forEach(file -> files.put(file.path(), file.bytes()));
        return new Rendered(files);
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    JsonNode json(String path) {
        try {
            return MAPPER.readTree(files.get(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode summary() {
        return json("api/v2/summary.json");
    }

    Element feed() {
        return Xml.parse(files.get("feed.atom")).getDocumentElement();
    }

    /** The texts of all elements of this name, in the order of the document. */
    static List<String> texts(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    List<Element> entries() {
        NodeList nodes = feed().getElementsByTagName("entry");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /** The properties of each event, unfolded and still escaped. */
    List<Map<String, String>> events() {
        List<Map<String, String>> events = new ArrayList<>();
        for (String line : text("calendar.ics").replace("\r\n ", "").lines().toList()) {
            if (line.equals("BEGIN:VEVENT")) {
                events.add(new LinkedHashMap<>());
            } else if (!events.isEmpty()) {
                events.get(events.size() - 1).putIfAbsent(line.split(":", 2)[0], line.split(":", 2)[1]);
            }
        }
        return events;
    }
}
