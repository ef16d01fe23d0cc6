package org.tamga.record;

import java.io.IOException;
import java.io.InputStream;
import org.tamga.custody.FileName;
import org.tamga.text.Metadata;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;

/** Makes readable text of a document's bytes; the package {@code text} has the real ones. */
@FunctionalInterface
public interface DocumentReader {
  /**
   * Reads one document; the same every time for the same input.
   *
   * @param document digest of the sealed bytes
   * @param bytes the sealed bytes, to be read as far as is needed
   * @param told what is known of it from outside
   */
  Reading read(Digest document, InputStream bytes, Told told) throws IOException;

  /**
   * What is known of a document from outside.
   *
   * @param name what the file was called when it first came in
   * @param metadata goes before what the document says of itself
   * @param source tells whom it came from apart from others: parsers never see the documents of two
   * @param again opens its bytes once more, for what is read in a second pass
   */
  record Told(FileName name, Metadata metadata, String source, Bytes again) {}

  /** Opens the bytes of a document. */
  @FunctionalInterface
  interface Bytes {
    /** They begin at their beginning. */
    InputStream open() throws IOException;
  }
}
