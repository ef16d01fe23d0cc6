package org.tamga.corroboration.independence;

import java.util.List;
import org.tamga.corroboration.passage.Passage;

/**
 * Two documents that have something in common.
 *
 * @param first place of the one in the list of documents
 * @param second place of the other; greater than {@code first}
 * @param judgement what follows from it
 * @param passages what it is, with both places
 * @param plainPrint a fingerprint of the copied words where these name nobody and count nothing, or
 *     lie as those of a form: if very many documents have it, it is a menu, and ties nobody to
 *     anybody; else 0
 */
public record Link(
    int first, int second, Judgement judgement, List<Passage> passages, long plainPrint) {
  public Link {
    passages = List.copyOf(passages);
    if (first >= second) {
      throw new IllegalArgumentException("the first of two documents comes first");
    }
  }

  /** Whether one depends on the other. */
  boolean binds() {
    return judgement.verdict() == Verdict.DEPENDENT;
  }
}
