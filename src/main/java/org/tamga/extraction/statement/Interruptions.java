package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tamga.extraction.language.Quotation;
import org.tamga.text.Span;

/**
 * Sees to quotations that the telling interrupts: “…,” she said, “…”.
 *
 * <p>Where the longer piece stands behind the telling it is chosen by itself; the opening before
 * the telling is then a statement of its own, so that none of the speaker's words are lost.
 */
final class Interruptions {
  private Interruptions() {}

  /** The openings of interrupted quotations whose other piece was chosen alone. */
  static List<Selection.Judged> openings(
      Passages passages, List<Selection.Judged> judged, List<Selection.Judged> chosen) {
    Set<Span> spans = new HashSet<>();
    Set<Integer> starts = new HashSet<>();
    for (Selection.Judged one : chosen) {
      spans.add(one.proposal().reach());
      starts.add(one.proposal().reach().start());
    }
    List<Selection.Judged> openings = new ArrayList<>();
    for (Selection.Judged one : judged) {
      Proposal proposal = one.proposal();
      if (proposal.parts().size() < 2 || proposal.frame() != Frame.QUOTE_BEFORE) {
        continue;
      }
      Span first = proposal.parts().getFirst();
      Quotation quotation = passages.quotationFrom(first.start());
      if (quotation != null
          && quotation.outer().equals(first)
          && passages.isLong(quotation)
          && spans.contains(proposal.parts().getLast())
          && starts.add(first.start())) {
        Proposal alone =
            new Proposal(
                proposal.cue(),
                proposal.frame(),
                proposal.word(),
                List.of(first),
                proposal.features());
        openings.add(new Selection.Judged(alone, one.probability()));
      }
    }
    return openings;
  }
}
