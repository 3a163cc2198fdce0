package com.elytracloud.status.objectstore;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.elytracloud.status.objectstore.ListedPage.Listed;

/** The XML of a listing; passes each object on as it comes, and keeps none. */
final class ListingXml {
    private static final XMLInputFactory XML = factory();
    private static final Set<String> OF_OBJECTS = Set.of("Key", "LastModified", "Size", "ETag");
    private static final Set<String> OF_PAGES = Set.of("Name", "IsTruncated", "NextContinuationToken", "EncodingType");

    private final XMLStreamReader in;
    private final Seen seen;
    private String previousKey = "";
    private boolean inOrder = true;
    private final List<String> folders = new ArrayList<>();
    private final Map<String, String> page = new HashMap<>();

    private ListingXml(XMLStreamReader in, Seen seen) {
        this.in = in;
        this.seen = seen;
    }

    /** Takes the objects. */
    interface Seen {
        /** Takes one, and whether all so far came in the order of their keys. */
        void accept(Listed object, boolean isInOrder);
    }

    static ListedPage read(InputStream body, Seen seen) throws XMLStreamException {
        XMLStreamReader in = XML.createXMLStreamReader(body, StandardCharsets.UTF_8.name());
        try {
            return new ListingXml(in, seen).read();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new XMLStreamException("no listing", e);
        } finally {
            in.close();
        }
    }

    private ListedPage read() throws XMLStreamException {
        in.nextTag();
        if (!in.getLocalName().equals("ListBucketResult")) {
            throw new XMLStreamException("no listing");
        }
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = in.getLocalName();
            if (name.equals("Contents")) {
                pass(fields(OF_OBJECTS));
            } else if (name.equals("CommonPrefixes")) {
                folders.add(required(fields(Set.of("Prefix")), "Prefix"));
            } else if (OF_PAGES.contains(name)) {
                page.put(name, in.getElementText());
            } else {
                skip();
            }
        }
        // What follows the end must be well-formed too: a page that was cut and mended is none.
        while (in.hasNext()) {
            in.next();
        }
        return new ListedPage(
                page.getOrDefault("Name", ""),
                folders.stream().map(this::decoded).toList(),
                page.getOrDefault("IsTruncated", "").equals("true"),
                page.getOrDefault("NextContinuationToken", ""));
    }

    private void pass(Map<String, String> fields) throws XMLStreamException {
        String key = decoded(required(fields, "Key"));
        inOrder &= KeyOrder.compare(previousKey, key) < 0;
        previousKey = key;
        Listed object = new Listed(
                key,
                Instant.parse(required(fields, "LastModified")),
                Long.parseLong(required(fields, "Size")),
                fields.getOrDefault("ETag", ""));
        seen.accept(object, inOrder);
    }

    private Map<String, String> fields(Set<String> wanted) throws XMLStreamException {
        Map<String, String> fields = new HashMap<>();
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = in.getLocalName();
            if (wanted.contains(name)) {
                fields.put(name, in.getElementText());
            } else {
                skip();
            }
        }
        return fields;
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int next = in.next();
            if (next == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (next == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    // Known before the first key: S3 tells it ahead of the objects.
    private String decoded(String text) {
        return "url".equals(page.get("EncodingType")) ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
    }

    private static String required(Map<String, String> fields, String name) throws XMLStreamException {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw new XMLStreamException("an object without " + name);
        }
        return value;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
