package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tamga.text.Span;

/**
 * Sees to it that plain speech is taken whole: with its telling, and with both pieces of a
 * quotation that the telling interrupts (“…,” she said, “…”).
 */
final class Interruptions {
  /** So much more than the same words without their telling or their other piece. */
  private static final double MORE = 0.01;

  private Interruptions() {}

  /**
   * The proposals with plain speech at least as probable as the best of its pieces, which are left
   * out where the whole takes their place.
   *
   * @param plain the proposals that are plain speech
   * @param least what plain speech is worth at least
   */
  static List<Selection.Judged> whole(
      List<Selection.Judged> judged, Set<Proposal> plain, double least) {
    Set<Span> pieces = new HashSet<>();
    for (Proposal proposal : plain) {
      if (proposal.parts().size() > 1) {
        pieces.addAll(proposal.parts());
      }
    }
    Map<Span, Double> best = new HashMap<>();
    for (Selection.Judged one : judged) {
      if (one.proposal().parts().size() == 1) {
        best.merge(one.proposal().reach(), one.probability(), Math::max);
      }
    }
    List<Selection.Judged> kept = new ArrayList<>();
    for (Selection.Judged one : judged) {
      Proposal proposal = one.proposal();
      if (plain.contains(proposal)) {
        double probability = Math.max(one.probability(), least);
        for (Span part : proposal.parts()) {
          probability = Math.max(probability, best.getOrDefault(part, 0.0) + MORE);
        }
        boolean covered = proposal.parts().size() == 1 && pieces.contains(proposal.reach());
        if (!covered) {
          kept.add(new Selection.Judged(proposal, probability));
        }
      } else if (proposal.parts().size() > 1 || !pieces.contains(proposal.reach())) {
        kept.add(one);
      }
    }
    return kept;
  }
}
