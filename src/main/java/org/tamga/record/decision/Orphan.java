package org.tamga.record.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.record.Decision;

/**
 * Decisions whose annotation is not to be found in the text as it is read now.
 *
 * @param id of the annotation, as it was when it was decided about
 * @param annotation as the last person who decided read it; null where the events do not tell
 * @param decisions all of them, in the order of the log
 */
public record Orphan(String id, @Nullable Annotation annotation, List<Decision> decisions) {
  public Orphan {
    decisions = List.copyOf(decisions);
  }
}
