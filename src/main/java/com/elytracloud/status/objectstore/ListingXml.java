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

/** The XML of a listing; keeps of each object what is asked for and nothing of the rest. */
final class ListingXml {
    private static final XMLInputFactory XML = factory();
    private static final Set<String> OF_OBJECTS = Set.of("Key", "LastModified", "Size", "ETag");
    private static final Set<String> OF_PAGES = Set.of("Name", "IsTruncated", "NextContinuationToken", "EncodingType");

    private final XMLStreamReader in;
    private final List<Listed> objects = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private final Map<String, String> page = new HashMap<>();

    private ListingXml(XMLStreamReader in) {
        this.in = in;
    }

    static ListedPage read(InputStream body) throws XMLStreamException {
        XMLStreamReader in = XML.createXMLStreamReader(body, StandardCharsets.UTF_8.name());
        try {
            return new ListingXml(in).read();
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
                addObject(fields(OF_OBJECTS));
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
        return decoded();
    }

    private void addObject(Map<String, String> fields) throws XMLStreamException {
        objects.add(new Listed(
                required(fields, "Key"),
                Instant.parse(required(fields, "LastModified")),
                Long.parseLong(required(fields, "Size")),
                fields.getOrDefault("ETag", "")));
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

    private ListedPage decoded() {
        boolean isUrl = "url".equals(page.get("EncodingType"));
        return new ListedPage(
                page.getOrDefault("Name", ""),
                isUrl ? objects.stream().map(ListingXml::decoded).toList() : objects,
                isUrl ? folders.stream().map(ListingXml::decoded).toList() : folders,
                page.getOrDefault("IsTruncated", "").equals("true"),
                page.getOrDefault("NextContinuationToken", ""));
    }

    private static Listed decoded(Listed object) {
        return new Listed(decoded(object.key()), object.lastModified(), object.bytes(), object.etag());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
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
