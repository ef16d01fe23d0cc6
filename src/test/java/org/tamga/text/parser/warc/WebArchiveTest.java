package org.tamga.text.parser.warc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.text.parser.warc.WebArchive.Row;

/** Web archives: every record is accounted for, and what does not hold is told. */
final class WebArchiveTest {
  private static final String PAGE = "<html><p>The gate of the valley is shut.</p></html>";
  private static final String NOTE = "The council waits.";
  private static final String ADDRESS = "https://courier.example/a";
  private static final Path SUITE = Path.of("..", "shared", "conformance", "warc");

  @TempDir Path folder = Path.of("");

  @Test
  void everyRecordIsAccountedFor() throws Exception {
    Told told =
        read(
            record("warcinfo", "", "application/warc-fields", "software: none\r\n"),
            record("request", ADDRESS, "application/http", "GET / HTTP/1.1\r\n\r\n"),
            response("200 OK", "", PAGE),
            record("revisit", ADDRESS, "application/http", "HTTP/1.1 200 OK\r\n\r\n"),
            record("metadata", ADDRESS, "application/warc-fields", "via: x"),
            record("resource", "file:///note.txt", "text/plain", NOTE),
            response("301 Moved", "Location: /b\r\n", "moved"),
            response("404 Not Found", "", ""),
            record("odd", "", "text/plain", "?"));
    assertEquals(
        List.of(
            "warcinfo: about this file",
            "request: what was asked",
            "response: a document of its own",
            "revisit: the same as captured before",
            "metadata: about a capture",
            "resource: a document of its own",
            "response: leads on to /b",
            "response: without a body",
            "odd: of a kind that is not known"),
        told.rows.stream().map(row -> row.type() + ": " + row.became()).toList());
    assertEquals(List.of(PAGE, NOTE), told.documents);
    assertEquals(List.of(), told.warnings);
    assertEquals("2021-03-14T08:30:00Z", told.rows.get(2).date());
    assertEquals("200 text/html", told.rows.get(2).what());
  }

  @ParameterizedTest
  @CsvSource({"plain,true", "gzip,false", "gzip,true", "deflate,false", "said to be gzip,false"})
  void bodiesAreUnpacked(String how, boolean chunked) throws Exception {
    byte[] page = bytes(PAGE);
    byte[] body =
        switch (how) {
          case "gzip" -> gzip(page);
          case "deflate" -> deflated(page);
          default -> page;
        };
    String encoding = how.endsWith("gzip") ? "gzip" : how;
    String headers = how.equals("plain") ? "" : "Content-Encoding: " + encoding + "\r\n";
    Told told =
        chunked
            ? read(response("200 OK", headers + "Transfer-Encoding: chunked\r\n", chunks(body)))
            : read(response("200 OK", headers, body));
    assertEquals(List.of(PAGE), told.documents);
    assertEquals(List.of(), told.warnings);
  }

  @Test
  void ofABodyThatIsCutShortTheStartIsKept() throws Exception {
    byte[] packed = gzip(bytes(PAGE));
    byte[] cut = Arrays.copyOf(packed, packed.length - 10);
    Told told = read(response("200 OK", "Content-Encoding: gzip\r\n", cut));
    assertTrue(told.warnings.getFirst().startsWith("WARC_BODY_DAMAGED"), told.warnings.toString());
    assertTrue(told.documents.getFirst().startsWith("<html><p>"), told.documents.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha1:2IDUQIQSVH2IBXHXOBEQJQD2HIBJXXCR",
        "SHA1:2iduqiqsvh2ibxhxobeqjqd2hibjxxcr",
        "sha1:d207482212a9f480dcf7704904c07a3a029bdc51",
        "sha1:0gdIIhKp9IDc93BJBMB6OgKb3FE=",
      })
  void digestsAreReadInEverySpelling(String stated) throws Exception {
    assertEquals(List.of(), read(stating(stated)).warnings);
    char last = stated.charAt(stated.length() - 2);
    String wrong = stated.replace(last, last == '5' ? '6' : '5');
    Told told = read(stating(wrong));
    assertEquals(List.of(NOTE), told.documents, "kept as it is");
    assertTrue(told.warnings.getFirst().startsWith("WARC_DIGEST_WRONG"), told.warnings.toString());
  }

  private static byte[] stating(String digest) throws IOException {
    String mediaType = "text/plain\r\nWARC-Block-Digest: " + digest;
    return record("resource", "file:///note.txt", mediaType, NOTE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsNoRecordIsSkippedAndTold(boolean packed) throws Exception {
    byte[] good = packed ? gzip(response("200 OK", "", PAGE)) : response("200 OK", "", PAGE);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(good);
    all.write(bytes("what some program left here\n"));
    all.write(good);
    Told told = readFile(all.toByteArray());
    assertEquals(List.of(PAGE, PAGE), told.documents);
    assertEquals(1, told.warnings.size(), told.warnings.toString());
    assertTrue(told.warnings.getFirst().startsWith("WARC_DAMAGED"), told.warnings.toString());
  }

  @Test
  void aRecordThatIsCutShortIsTold() throws Exception {
    byte[] record = record("resource", "file:///note.txt", "text/plain", NOTE);
    Told told = readFile(Arrays.copyOf(record, record.length - 11));
    assertEquals(List.of("The council"), told.documents.stream().map(String::strip).toList());
    assertTrue(told.warnings.getFirst().startsWith("WARC_TRUNCATED"), told.warnings.toString());
  }

  /** Records, documents and wrong digests of files that other projects test themselves with. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "jwarc/cc.warc.gz 1 1 0",
        "jwarc/gzip_extra_sl.warc.gz 1 0 0",
        "warcio/example-bad-non-chunked.warc.gz 6 1 1",
        "warcio/example-bad.warc.gz.bad 6 1 0",
        "warcio/example-digest.warc 4 0 1",
        "warcio/example-iana.org-chunked.warc 3 1 0",
        "warcio/example-resource.warc.gz 3 1 0",
        "warcio/example-space-in-target-uri.warc.gz 2 1 0",
        "warcio/example-trunc.warc 4 1 2",
        "warcio/example-wget-bad-target-uri.warc.gz 6 3 0",
        "warcio/example-wrong-chunks.warc.gz 2 1 1",
        "warcio/example.warc 6 1 0",
        "warcio/example.warc.gz 6 1 0",
        "warcio/post-test.warc.gz 6 3 0",
        "webarchive-commons/IAH-urls-wget.warc 36 10 0",
        "webarchive-commons/IAH-urls-wget.warc.gz 36 10 0",
        "webarchive-commons/link-extraction-test.warc 8 7 0",
        "webarchive-commons/mutliple-headers.warc 1 1 0",
      })
  void theRecordsOfTheSuiteAreAccountedFor(String file, int records, int documents, int wrong)
      throws Exception {
    Assumptions.assumeTrue(Files.exists(SUITE), "skipped: no suite at " + SUITE);
    Told told = new Told();
    WebArchive.read(SUITE.resolve(file), told);
    assertEquals(
        List.of(records, documents, wrong),
        List.of(
            told.rows.size(),
            told.documents.size(),
            (int) told.warnings.stream().filter(one -> one.contains("DIGEST_WRONG")).count()));
  }

  /** Remembers what it hears. */
  private static final class Told implements WebArchive.Visitor {
    private final List<Row> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();

    @Override
    public void record(Row row) {
      rows.add(row);
    }

    @Override
    public void warning(String code, String words) {
      warnings.add(code + " " + words);
    }

    @Override
    public void document(Row row, byte[] content) {
      documents.add(new String(content, StandardCharsets.UTF_8));
    }
  }

  /** Reads records once as they are and once each packed with gzip; both must tell the same. */
  private Told read(byte[]... records) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (byte[] one : records) {
      plain.write(one);
      packed.write(gzip(one));
    }
    Told told = readFile(plain.toByteArray());
    assertEquals(told.rows, readFile(packed.toByteArray()).rows);
    return told;
  }

  private Told readFile(byte[] bytes) throws IOException {
    Path file = folder.resolve("a.warc");
    Files.write(file, bytes);
    Told told = new Told();
    WebArchive.read(file, told);
    return told;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] chunks(byte[] body) throws IOException {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += 20) {
      byte[] piece = Arrays.copyOfRange(body, at, Math.min(body.length, at + 20));
      chunks.write(bytes(Integer.toHexString(piece.length) + "\r\n"));
      chunks.write(piece);
      chunks.write(bytes("\r\n"));
    }
    chunks.write(bytes("0\r\n\r\n"));
    return chunks.toByteArray();
  }

  private static byte[] response(String status, String headers, String body) throws IOException {
    return response(status, headers, bytes(body));
  }

  private static byte[] response(String status, String headers, byte[] body) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(bytes("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + headers + "\r\n"));
    block.write(body);
    return record("response", ADDRESS, "application/http; msgtype=response", block.toByteArray());
  }

  private static byte[] record(String type, String uri, String mediaType, String block)
      throws IOException {
    return record(type, uri, mediaType, bytes(block));
  }

  private static byte[] record(String type, String uri, String mediaType, byte[] block)
      throws IOException {
    List<String> head =
        Stream.of(
                "WARC/1.0",
                "WARC-Type: " + type,
                "WARC-Record-ID: <urn:uuid:" + type + ">",
                "WARC-Date: 2021-03-14T08:30:00Z",
                uri.isEmpty() ? "" : "WARC-Target-URI: " + uri,
                "Content-Type: " + mediaType,
                "Content-Length: " + block.length)
            .filter(line -> !line.isEmpty())
            .toList();
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(bytes(String.join("\r\n", head) + "\r\n\r\n"));
    record.write(block);
    record.write(bytes("\r\n\r\n"));
    return record.toByteArray();
  }
}
