package org.tamga.record;

import java.util.Objects;

/**
 * The two steps that make a document's text and its annotations, as they are given to the record.
 *
 * @param reader makes the text
 * @param annotator makes the annotations
 * @param version of both together; whenever it changes, everything is made again
 */
public record Steps(DocumentReader reader, DocumentAnnotator annotator, String version) {
  public Steps {
    Objects.requireNonNull(reader);
    Objects.requireNonNull(annotator);
    if (version.isBlank()) {
      throw new IllegalArgumentException("steps have a version");
    }
  }
}
