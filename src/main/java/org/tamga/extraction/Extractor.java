package org.tamga.extraction;

import java.util.List;
import org.tamga.annotation.Annotation;

/** Finds one kind of annotation in a document. */
public interface Extractor {
  /** What it finds, in any order; the same every time for the same document. */
  List<? extends Annotation> extract(DocumentContext context);
}
