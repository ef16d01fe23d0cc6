package org.tamga.text.wall;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents of many formats, written by hand for tests; about places that are not. */
public final class Written {
  private static final String WORD_NAMESPACE =
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final int TAR_BLOCK = 512;

  private Written() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A zip with these members. */
  public static byte[] zip(Map<String, byte[]> members) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(all)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        ZipEntry entry = new ZipEntry(member.getKey());
        if (member.getKey().equals("mimetype")) {
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(member.getValue().length);
          CRC32 sum = new CRC32();
          sum.update(member.getValue());
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(member.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return all.toByteArray();
  }

  /** Compressed with gzip. */
  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(all)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return all.toByteArray();
  }

  /** A tar archive with one member. */
  public static byte[] tar(String name, byte[] member) {
    byte[] header = new byte[TAR_BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644\0000001750\0000001750\0");
    put(header, 124, "%011o\0%011o\0".formatted(member.length, 0));
    put(header, 148, "        0");
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte one : header) {
      sum += one & 0xFF;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(header);
    all.writeBytes(Arrays.copyOf(member, (member.length + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK));
    all.writeBytes(new byte[2 * TAR_BLOCK]);
    return all.toByteArray();
  }

  private static void put(byte[] into, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, into, at, bytes.length);
  }

  /** A Word file: a heading, then paragraphs, then one row of a table. */
  public static byte[] word(String heading, List<String> paragraphs, List<String> row) {
    StringBuilder body = new StringBuilder();
    body.append("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>");
    body.append(heading).append("</w:t></w:r></w:p>");
    for (String paragraph : paragraphs) {
      body.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
    }
    body.append("<w:tbl><w:tr>");
    for (String cell : row) {
      body.append("<w:tc><w:p><w:r><w:t>").append(cell).append("</w:t></w:r></w:p></w:tc>");
    }
    body.append("</w:tr></w:tbl>");
    String styles =
        "<w:styles xmlns:w=\""
            + WORD_NAMESPACE
            + "\"><w:style w:type=\"paragraph\" w:styleId=\"Heading1\">"
            + "<w:name w:val=\"heading 1\"/></w:style></w:styles>";
    String wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return zip(
        new java.util.TreeMap<>(
            Map.of(
                "[Content_Types].xml",
                bytes(
                    "<Types xmlns=\""
                        + PACKAGE
                        + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\""
                        + wordType
                        + "document.main+xml\"/><Override PartName=\"/word/styles.xml\""
                        + " ContentType=\""
                        + wordType
                        + "styles+xml\"/></Types>"),
                "_rels/.rels",
                bytes(relation("rId1", relations + "officeDocument", "word/document.xml")),
                "word/_rels/document.xml.rels",
                bytes(relation("rId1", relations + "styles", "styles.xml")),
                "word/document.xml",
                bytes(
                    "<w:document xmlns:w=\""
                        + WORD_NAMESPACE
                        + "\"><w:body>"
                        + body
                        + "</w:body></w:document>"),
                "word/styles.xml",
                bytes(styles))));
  }

  private static String relation(String id, String type, String target) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\"><Relationship Id=\""
        + id
        + "\" Type=\""
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  /** An OpenDocument text of one heading and one paragraph. */
  public static byte[] openDocument(String heading, String paragraph) {
    String office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    String text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    Map<String, byte[]> members = new java.util.LinkedHashMap<>();
    members.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
    members.put(
        "content.xml",
        bytes(
            "<office:document-content xmlns:office=\""
                + office
                + "\" xmlns:text=\""
                + text
                + "\"><office:body><office:text><text:h text:outline-level=\"1\">"
                + heading
                + "</text:h><text:p>"
                + paragraph
                + "</text:p></office:text></office:body></office:document-content>"));
    return zip(members);
  }

  /** A PDF with one page for each text; a page of an empty text holds a box and no words. */
  public static byte[] pdf(List<String> pages) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(4 + 2 * i).append(" 0 R ");
    }
    pdf.append("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    pdf.append("2 0 obj<</Type/Pages/Kids[").append(kids).append("]/Count ");
    pdf.append(pages.size()).append(">>endobj\n");
    pdf.append("3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n");
    for (int i = 0; i < pages.size(); i++) {
      String words = pages.get(i);
      String drawn =
          words.isEmpty() ? "10 10 100 100 re f" : "BT /F1 12 Tf 72 700 Td (" + words + ") Tj ET";
      pdf.append(4 + 2 * i).append(" 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]");
      pdf.append("/Resources<</Font<</F1 3 0 R>>>>/Contents ").append(5 + 2 * i);
      pdf.append(" 0 R>>endobj\n");
      pdf.append(5 + 2 * i).append(" 0 obj<</Length ").append(drawn.length());
      pdf.append(">>stream\n").append(drawn).append("\nendstream endobj\n");
    }
    pdf.append("trailer<</Root 1 0 R>>\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A message with a text and one attachment. */
  public static byte[] mail(String text, String attachment, byte[] content) {
    String encoded = java.util.Base64.getMimeEncoder().encodeToString(content);
    return bytes(
        String.join(
            "\r\n",
            "From: Ada Moor <ada@vessen.example>",
            "To: Ben Tarn <ben@vessen.example>",
            "Subject: Minutes of the council",
            "Date: Mon, 05 Sep 2022 10:00:00 +0000",
            "Message-ID: <1@vessen.example>",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=cut",
            "",
            "--cut",
            "Content-Type: text/plain; charset=utf-8",
            "",
            text,
            "--cut",
            "Content-Type: application/octet-stream",
            "Content-Disposition: attachment; filename=\"" + attachment + "\"",
            "Content-Transfer-Encoding: base64",
            "",
            encoded,
            "--cut--",
            ""));
  }

  /** A spreadsheet as Excel 2003 and LibreOffice write it into one XML file. */
  public static byte[] table(List<List<String>> rows) {
    StringBuilder csv = new StringBuilder();
    rows.forEach(row -> csv.append(String.join(",", row)).append("\r\n"));
    return bytes(csv.toString());
  }
}
