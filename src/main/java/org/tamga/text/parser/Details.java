package org.tamga.text.parser;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tika.metadata.Metadata;

/** Which of the many things that Tika tells of a document are worth keeping, and their names. */
final class Details {
  private static final Map<String, String> NAMES = names();

  private Details() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("dc:title", "title");
    names.put("dc:creator", "author");
    names.put("dc:publisher", "publisher");
    names.put("dc:subject", "subject");
    names.put("dc:description", "description");
    names.put("dc:language", "language");
    names.put("dcterms:created", "created");
    names.put("dcterms:modified", "modified");
    names.put("xmp:CreatorTool", "program");
    names.put("meta:last-author", "last-author");
    names.put("meta:print-date", "printed");
    names.put("extended-properties:Company", "company");
    names.put("xmpTPg:NPages", "pages");
    names.put("Message-From", "from");
    names.put("Message-To", "to");
    names.put("Message-Cc", "cc");
    names.put("Message-Bcc", "bcc");
    names.put("Message:Raw-Header:Reply-To", "reply-to");
    names.put("Message:Raw-Header:Message-ID", "message-id");
    names.put("Message:Raw-Header:In-Reply-To", "in-reply-to");
    names.put("Message:Raw-Header:Date", "date");
    names.put("Message:Raw-Header:Received", "received");
    names.put("tiff:ImageWidth", "width");
    names.put("tiff:ImageLength", "height");
    names.put("tiff:Make", "camera-make");
    names.put("tiff:Model", "camera");
    names.put("exif:DateTimeOriginal", "taken");
    names.put("geo:lat", "latitude");
    names.put("geo:long", "longitude");
    names.put("geo:alt", "altitude");
    names.put("w:Comments", "comment");
    names.put("JPEG Comment", "comment");
    names.put("xmpDM:duration", "duration");
    return Map.copyOf(names);
  }

  /** Sends what is worth keeping, in the order of the names. */
  static void send(Metadata metadata, Output output) throws IOException {
    for (Map.Entry<String, String> name : new java.util.TreeMap<>(NAMES).entrySet()) {
      for (String value : metadata.getValues(name.getKey())) {
        output.detail(name.getValue(), value);
      }
    }
  }
}
