package org.tamga.text.parser.warc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.WarcRecord;
import org.tamga.text.parser.warc.WebArchive.Row;
import org.tamga.text.parser.warc.WebArchive.Visitor;

/** Looks at one record of a web archive: are its digests right, and is there a document in it? */
final class RecordVisit {
  /** Records whose payload is their whole block. */
  private static final Set<String> PLAIN = Set.of("resource", "conversion");

  private final WarcRecord record;
  private final Visitor visitor;
  private final String type;
  private final String uri;

  RecordVisit(WarcRecord record, Visitor visitor) {
    this.record = record;
    this.visitor = visitor;
    this.type = header("WARC-Type").toLowerCase(Locale.ROOT);
    this.uri = header("WARC-Target-URI").replaceAll("^<|>$", "");
  }

  private String header(String name) {
    return record.headers().first(name).orElse("").strip();
  }

  /** Visits the record; the length of its block, in bytes. */
  long run() throws IOException {
    byte[] block = block();
    Row row = new Row(type.isEmpty() ? "unknown" : type, header("WARC-Date"), uri, "", "");
    if (block.length > WebArchive.LARGEST_RECORD_BYTES) {
      visitor.warning("WARC_RECORD_LARGE", told("is larger than 128 MiB and was not looked into"));
      visitor.record(row.became("too large: stays in this file alone"));
      return block.length;
    }
    String stated = header("Content-Length");
    if (!stated.equals(Integer.toString(block.length))) {
      visitor.warning("WARC_TRUNCATED", told("has " + block.length + " of " + stated + " bytes"));
    }
    if (!header("WARC-Truncated").isEmpty()) {
      String why = header("WARC-Truncated");
      visitor.warning("WARC_TRUNCATED", told("was cut short by the crawler: " + why));
    }
    check("block", List.of(block));
    Optional<HttpMessage> message = isHttp() ? HttpMessage.parse(block) : Optional.empty();
    if (!type.equals("revisit")) {
      check("payload", payloads(block, message));
    }
    visit(row, block, message);
    return block.length;
  }

  /** The record's block, as far as there is one. */
  private byte[] block() throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 13];
    InputStream body = record.body().stream();
    try {
      int read = body.read(piece);
      while (read >= 0 && block.size() <= WebArchive.LARGEST_RECORD_BYTES) {
        block.write(piece, 0, read);
        read = body.read(piece);
      }
    } catch (EOFException | ZipException cut) {
      // What is missing is told by comparing lengths.
    }
    return block.toByteArray();
  }

  private boolean isHttp() {
    return header("Content-Type").toLowerCase(Locale.ROOT).startsWith("application/http");
  }

  /** What programs take for the payload: with chunks or without. */
  private static List<byte[]> payloads(byte[] block, Optional<HttpMessage> message) {
    List<byte[]> payloads = new ArrayList<>();
    message.ifPresent(
        http -> {
          payloads.add(http.sent());
          payloads.add(http.entity());
        });
    if (message.isEmpty()) {
      payloads.add(block);
    }
    return payloads;
  }

  private void check(String what, List<byte[]> candidates) throws IOException {
    String name = what.equals("block") ? "WARC-Block-Digest" : "WARC-Payload-Digest";
    String stated = header(name);
    if (stated.isEmpty()) {
      return;
    }
    Optional<StatedDigest> digest = StatedDigest.parse(stated);
    if (digest.isEmpty()) {
      visitor.warning("WARC_DIGEST_UNKNOWN", told("has a digest of an unknown kind: " + stated));
    } else if (!digest.get().isOf(candidates)) {
      visitor.warning("WARC_DIGEST_WRONG", told("does not have the stated " + what + " digest"));
    }
  }

  private String told(String words) {
    String about = uri.isEmpty() ? header("WARC-Record-ID") : uri;
    return "the " + type + " record " + about + " " + words;
  }

  private void visit(Row row, byte[] block, Optional<HttpMessage> message) throws IOException {
    if (type.equals("response") && message.isPresent()) {
      visitResponse(row, message.get());
    } else if (PLAIN.contains(type)) {
      document(what(row, header("Content-Type")), block);
    } else {
      String became =
          switch (type) {
            case "revisit" -> "the same as captured before" + before();
            case "request" -> "what was asked";
            case "warcinfo" -> "about this file";
            case "metadata" -> "about a capture";
            case "continuation" -> "a later part of a record; not joined";
            case "response" -> "an answer that is no web page";
            default -> "of a kind that is not known";
          };
      visitor.record(what(row, header("Content-Type")).became(became));
    }
  }

  private String before() {
    String other = header("WARC-Refers-To-Target-URI");
    String date = header("WARC-Refers-To-Date");
    return (other.isEmpty() || other.equals(uri) ? "" : ": " + other)
        + (date.isEmpty() ? "" : " on " + date);
  }

  private void visitResponse(Row row, HttpMessage http) throws IOException {
    Row answered = what(row, (http.status() + " " + http.mediaType()).strip());
    String location = http.header("location");
    if (http.status() >= 300 && http.status() < 400) {
      visitor.record(answered.became("leads on" + (location.isEmpty() ? "" : " to " + location)));
      return;
    }
    HttpMessage.Content content = http.content();
    if (!content.damage().isEmpty()) {
      visitor.warning("WARC_BODY_DAMAGED", told("unpacks in part only: " + content.damage()));
    }
    document(answered, content.bytes());
  }

  private static Row what(Row row, String words) {
    return new Row(row.type(), row.date(), row.uri(), words, "");
  }

  private void document(Row row, byte[] content) throws IOException {
    if (content.length == 0) {
      visitor.record(row.became("without a body"));
      return;
    }
    visitor.record(row.became("a document of its own"));
    visitor.document(row, content);
  }
}
