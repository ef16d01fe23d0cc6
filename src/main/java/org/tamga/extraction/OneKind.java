package org.tamga.extraction;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Position;
import org.tamga.annotation.Statement;
import org.tamga.text.Span;

/**
 * Sees to it that one and the same thing is annotated once: what somebody condemned, welcomed or
 * rejected is a position, and no statement besides.
 */
final class OneKind {
  private OneKind() {}

  /** The annotations without reported attitudes whose words a position holds already. */
  static List<Annotation> of(List<Annotation> found) {
    NavigableMap<Integer, Integer> positions = new TreeMap<>();
    for (Annotation annotation : found) {
      if (annotation instanceof Position) {
        Span span = annotation.target().span();
        positions.merge(span.start(), span.end(), Math::max);
      }
    }
    return found.stream().filter(annotation -> !isWithin(annotation, positions)).toList();
  }

  private static boolean isWithin(Annotation annotation, NavigableMap<Integer, Integer> positions) {
    if (!(annotation instanceof Statement statement)
        || statement.speech() != Statement.Speech.INDIRECT) {
      return false;
    }
    Span span = annotation.target().span();
    var before = positions.lowerEntry(span.start());
    return before != null && before.getValue() >= span.end();
  }
}
