package org.tamga.text.parser.warc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tamga.text.frame.Shape;
import org.tamga.text.parser.Document;
import org.tamga.text.parser.DocumentParser;
import org.tamga.text.parser.Output;
import org.tamga.text.parser.warc.WebArchive.Row;

/**
 * Takes web archives apart: what was captured becomes documents of their own, and the archive's own
 * text is a table with a row for each record. docs/spec/warc.md.
 */
public final class WarcParser implements DocumentParser {
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/warc", "application/warc+gz", "application/x-warc");

  @Override
  public boolean takes(String purpose, Document document) throws IOException {
    return purpose.equals("read")
        && (MEDIA_TYPES.contains(document.mediaType()) || WebArchive.isPacked(document.file()));
  }

  @Override
  public void parse(Document document, Output output) throws IOException {
    output.mediaType("application/warc");
    Telling telling = new Telling(output);
    WebArchive.read(document.file(), telling);
    output.membersAreTold();
    output.detail("records", Integer.toString(telling.records));
  }

  /** Sends out what is found. */
  private static final class Telling implements WebArchive.Visitor {
    /** Programs repeat one fault for thousands of records. */
    private static final int MOST_WARNINGS = 200;

    private final Output output;
    private final Map<String, Integer> paths = new HashMap<>();
    private int records;
    private int warnings;

    private Telling(Output output) {
      this.output = output;
    }

    @Override
    public void record(Row row) throws IOException {
      records++;
      output.text(
          Shape.MEMBER_NAME,
          String.join(" | ", row.type(), row.date(), row.uri(), row.what(), row.became()));
    }

    @Override
    public void warning(String code, String words) throws IOException {
      warnings++;
      if (warnings <= MOST_WARNINGS) {
        output.warning(code, words);
      }
      // All of them stand in the text, beside the record that they are about.
      output.text(Shape.MEMBER_NAME, code + " | " + words);
    }

    @Override
    public void document(Row row, byte[] content) throws IOException {
      String address = row.uri().isEmpty() ? row.type() + " without an address" : row.uri();
      String path = row.date().isEmpty() ? address : row.date() + "/" + address;
      int times = paths.merge(path, 1, Integer::sum);
      output.member(
          times == 1 ? path : path + " (" + times + ")", new ByteArrayInputStream(content));
    }
  }
}
