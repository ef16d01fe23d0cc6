package org.tamga.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.tamga.record.HistoryEvent;
import org.tamga.vault.Digest;

/**
 * What happened to the documents of a bag, in the words of libraries and archives.
 *
 * <p>PREMIS Data Dictionary 3.0 as XML; docs/spec/bagit.md, "premis.xml". Objects are written
 * first, then events, then agents.
 */
final class Premis implements AutoCloseable {
  private static final String NAMESPACE = "http://www.loc.gov/premis/v3";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  /** The Library of Congress' words for types of events, where there is one that says the same. */
  private static final Map<String, String> TYPES =
      Map.of(
          "acquired", "ingestion",
          "linked", "metadata modification",
          "withheld", "policy assignment",
          "released", "policy assignment",
          "destroyed", "deletion",
          "decided", "metadata modification",
          "repaired", "recovery");

  private final XMLStreamWriter xml;
  private final String origin;
  private final Set<Long> written = new TreeSet<>();

  Premis(OutputStream out, String origin) throws IOException {
    this.origin = origin;
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(NAMESPACE);
      xml.writeStartElement(NAMESPACE, "premis");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeNamespace("xsi", INSTANCE);
      xml.writeAttribute("version", "3.0");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Writes XML. */
  @FunctionalInterface
  private interface Part {
    void write() throws XMLStreamException;
  }

  private static void attempt(Part part) throws IOException {
    try {
      part.write();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void element(String name, Part content) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
    content.write();
    xml.writeEndElement();
  }

  private void text(String name, String text) throws XMLStreamException {
    element(name, () -> xml.writeCharacters(writable(text)));
  }

  /** XML 1.0 has no way to write most control characters, nor half a character. */
  static String writable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean allowed =
                  c == '\t'
                      || c == '\n'
                      || c == '\r'
                      || (c >= 0x20 && c < 0xD800)
                      || (c > 0xDFFF && c < 0xFFFE)
                      || c > 0xFFFF;
              out.appendCodePoint(allowed ? c : 0xFFFD);
            });
    return out.toString();
  }

  private void identifier(String element, String type, String value) throws XMLStreamException {
    element(
        element,
        () -> {
          text(element + "Type", type);
          text(element + "Value", value);
        });
  }

  /** Writes one document. */
  void object(Digest digest, long size, String mediaType, @Nullable String name)
      throws IOException {
    attempt(
        () ->
            element(
                "object",
                () -> {
                  xml.writeAttribute("xsi", INSTANCE, "type", "file");
                  identifier("objectIdentifier", "sha256", digest.hex());
                  element("objectCharacteristics", () -> characteristics(digest, size, mediaType));
                  if (name != null) {
                    text("originalName", name);
                  }
                }));
  }

  private void characteristics(Digest digest, long size, String mediaType)
      throws XMLStreamException {
    element(
        "fixity",
        () -> {
          text("messageDigestAlgorithm", "SHA-256");
          text("messageDigest", digest.hex());
        });
    text("size", Long.toString(size));
    element("format", () -> element("formatDesignation", () -> text("formatName", mediaType)));
  }

  /** Writes what happened to one document; an event that concerns two is written once. */
  void event(Digest digest, HistoryEvent event) throws IOException {
    String time = event.time();
    if (time == null || !written.add(event.index())) {
      return;
    }
    attempt(
        () ->
            element(
                "event",
                () -> {
                  identifier("eventIdentifier", "tamga", origin + "#" + event.index());
                  text("eventType", TYPES.getOrDefault(event.kind(), event.kind()));
                  text("eventDateTime", time);
                  element("eventDetailInformation", () -> text("eventDetail", event.kind()));
                  identifier("linkingAgentIdentifier", "tamga", origin);
                  identifier("linkingObjectIdentifier", "sha256", digest.hex());
                }));
  }

  /** Writes the log whose events these are, and the programs that took documents in. */
  void agents(Set<String> programs) throws IOException {
    attempt(() -> agent(origin, "organization", "the archive " + origin));
    for (String program : programs) {
      attempt(() -> agent(program, "software", program));
    }
  }

  private void agent(String value, String type, String name) throws XMLStreamException {
    element(
        "agent",
        () -> {
          identifier("agentIdentifier", "tamga", value);
          text("agentName", name);
          text("agentType", type);
        });
  }

  @Override
  public void close() throws IOException {
    attempt(
        () -> {
          xml.writeEndElement();
          xml.writeEndDocument();
          xml.flush();
        });
  }
}
