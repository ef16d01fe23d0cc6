package org.tamga.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Position;
import org.tamga.annotation.Statement;
import org.tamga.extraction.phrase.TellingWord;
import org.tamga.text.Span;

/**
 * Sees to it that one and the same thing is annotated once: what somebody condemned, welcomed or
 * rejected is a position, what somebody called for is a demand, and neither a statement besides.
 */
final class OneKind {
  private final NavigableMap<Integer, Integer> positions = new TreeMap<>();
  private final List<Demand> demands = new ArrayList<>();

  private OneKind(List<Annotation> found) {
    for (Annotation annotation : found) {
      Span span = annotation.target().span();
      switch (annotation) {
        case Position _ -> positions.merge(span.start(), span.end(), Math::max);
        case Demand demand -> demands.add(demand);
        default -> {}
      }
    }
    demands.sort(Comparator.comparing(demand -> demand.target().span()));
  }

  /** The annotations without reported attitudes that a position or a demand holds already. */
  static List<Annotation> of(List<Annotation> found) {
    OneKind held = new OneKind(found);
    return found.stream().filter(annotation -> !held.isHeld(annotation)).toList();
  }

  private boolean isHeld(Annotation annotation) {
    return annotation instanceof Statement statement
        && statement.speech() != Statement.Speech.DIRECT
        && (isPosition(statement) || isDemand(statement));
  }

  private boolean isPosition(Statement statement) {
    Span span = statement.target().span();
    var before = positions.lowerEntry(span.start());
    return statement.speech() == Statement.Speech.INDIRECT
        && before != null
        && before.getValue() >= span.end();
  }

  /** Whether a demand, or whom it is made of, has some of its words by the same telling word. */
  private boolean isDemand(Statement statement) {
    Span span = statement.target().span();
    for (Demand demand : demands) {
      boolean touched =
          demand.target().span().overlaps(span)
              || demand.to().stream().anyMatch(mention -> mention.span().overlaps(span));
      if (touched && TellingWord.isSame(statement.cue(), demand.cue())) {
        return true;
      }
    }
    return false;
  }
}
