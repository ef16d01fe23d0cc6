package org.tamga.record.decision;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.record.Decision;

/**
 * An annotation with what people decided about it.
 *
 * @param annotation as it is to be read now: with its status, and corrected where people corrected
 *     it and agree
 * @param proposal what the program proposes on the same words, where that differs; null where it
 *     says the same or proposes nothing there
 * @param isDisputed whether people who decided about it disagree
 * @param hasOwnWords whether it says something, in a person's words, that the text does not have
 * @param set the fields that people set, with their values as typed
 * @param decisions all of them, in the order of the log
 */
public record ReviewedAnnotation(
    Annotation annotation,
    @Nullable Annotation proposal,
    boolean isDisputed,
    boolean hasOwnWords,
    SortedMap<String, String> set,
    List<Decision> decisions) {
  public ReviewedAnnotation {
    set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
    decisions = List.copyOf(decisions);
  }

  /** An annotation about which nobody decided. */
  public static ReviewedAnnotation untouched(Annotation annotation) {
    return new ReviewedAnnotation(
        annotation, null, false, false, Collections.emptySortedMap(), List.of());
  }

  /** The same with other decisions beside it: for those who may not see all of them. */
  public ReviewedAnnotation with(List<Decision> others) {
    return new ReviewedAnnotation(annotation, proposal, isDisputed, hasOwnWords, set, others);
  }
}
