package com.elytracloud.status.site;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** A parser of HTML that accepts no error. */
final class Html {
    private Html() {}

    static Document parse(byte[] html) {
        List<String> errors = new ArrayList<>();
        HtmlDocumentBuilder builder = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
        builder.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                errors.add(e.getLineNumber() + ": " + e.getMessage());
            }

            @Override
            public void error(SAXParseException e) {
                warning(e);
            }

            @Override
            public void fatalError(SAXParseException e) {
                warning(e);
            }
        });
        try {
            InputSource source = new InputSource(new ByteArrayInputStream(html));
            source.setEncoding("UTF-8");
            Document document = builder.parse(source);
            if (!errors.isEmpty()) {
                throw new AssertionError("not valid: " + errors);
            }
            return document;
        } catch (Exception e) {
            throw new AssertionError("not readable", e);
        }
    }

    /** The text of the first element with an attribute of this value. */
    static String text(Document document, String attribute, String value) {
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (value.equals(element.getAttribute(attribute))) {
                return element.getTextContent().replaceAll("\\s+", " ").strip();
            }
        }
        return null;
    }
}
