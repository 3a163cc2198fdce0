package com.elytracloud.status.site;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;

/** {@code feed.atom}: an entry for each update of an incident or a maintenance and for each confirmed transition. */
final class AtomFeed {
    // The JDK's own implementation: another one on the class path would write other bytes.
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final SiteIdentity site;
    private final XMLStreamWriter xml;

    private AtomFeed(SiteIdentity site, XMLStreamWriter xml) {
        this.site = site;
        this.xml = xml;
    }

    static byte[] of(SiteIdentity site, FeedTexts texts, StatusDocument status, HistoryDocument history) {
        List<FeedEntry> entries = FeedEntry.all(site, texts, status, history);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            new AtomFeed(site, xml).write(texts, entries);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private void write(FeedTexts texts, List<FeedEntry> entries) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        xml.writeAttribute("xml:lang", texts.language());
        xml.writeCharacters("\n");
        element("id", FeedEntry.feedId(site));
        element("title", site.title());
        element("subtitle", texts.note());
        // Of the newest entry and not of the run: a feed without news is the same file.
        element("updated", (entries.isEmpty() ? Instant.EPOCH : entries.get(0).at()).toString());
        xml.writeStartElement("author");
        element("name", site.title());
        xml.writeEndElement();
        xml.writeCharacters("\n");
        if (site.address() != null) {
            link("self", "application/atom+xml", "feed.atom");
            link("alternate", "text/html", "index.html");
        }
        for (FeedEntry entry : entries) {
            write(entry);
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void write(FeedEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        xml.writeCharacters("\n");
        element("id", entry.id());
        element("title", entry.title());
        element("published", entry.at().toString());
        element("updated", entry.at().toString());
        if (site.address() != null) {
            link("alternate", "text/html", entry.path());
        }
        element("content", entry.text());
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void link(String relation, String type, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", site.link(path));
        xml.writeCharacters("\n");
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(PlainText.of(text));
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }
}
