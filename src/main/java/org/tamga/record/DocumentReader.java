package org.tamga.record;

import java.io.IOException;
import java.io.InputStream;
import org.tamga.custody.FileName;
import org.tamga.text.Metadata;
import org.tamga.text.Reading;

/** Makes readable text of a document's bytes; the package {@code text} has the real ones. */
@FunctionalInterface
public interface DocumentReader {
  /**
   * Reads one document; the same every time for the same input.
   *
   * @param bytes the sealed bytes, to be read as far as is needed
   * @param name what the file was called when it first came in
   * @param known what is known of it from outside
   */
  Reading read(InputStream bytes, FileName name, Metadata known) throws IOException;
}
