package org.tamga.corroboration.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;

/**
 * One document to be compared with others.
 *
 * @param document {@code sha256:} and the digest of its sealed bytes
 * @param file its path, relative to the path given at intake
 * @param publisher who published it, if known
 * @param published when, ISO 8601, if known
 * @param text in which the annotations stand
 * @param annotations what it says, in the order of the text, without what people rejected
 */
public record AnnotatedDocument(
    String document,
    String file,
    @Nullable String publisher,
    @Nullable String published,
    CitedText text,
    List<Annotation> annotations) {
  public AnnotatedDocument {
    annotations = List.copyOf(annotations);
  }

  /** All annotations of one type. */
  public <A extends Annotation> List<A> all(Class<A> type) {
    return annotations.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
