package org.tamga.record;

import java.util.List;
import org.tamga.annotation.Annotation;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;

/** Says what a text says; the package {@code extraction} has the real one. */
@FunctionalInterface
public interface DocumentAnnotator {
  /**
   * Annotates one document; the same every time for the same input.
   *
   * @param document {@code sha256:} and the digest of the sealed bytes
   * @param text its readable text
   * @param known what is known of it from outside
   */
  List<Annotation> annotate(String document, ReadableText text, Metadata known);
}
