package org.tamga.corroboration.independence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about two documents.
 *
 * @param verdict whether they depend on each other
 * @param kind in what way one repeats the other; null where they have no passage in common
 * @param strength between 0 and 1: the share of the one that stands in the other
 * @param source which of the two is shown to be the source of the other by what they say
 * @param why the reasons, in words for a person; never empty
 */
public record Judgement(
    Verdict verdict, @Nullable EchoKind kind, double strength, Side source, List<String> why) {
  public Judgement {
    why = List.copyOf(why);
    if (why.isEmpty()) {
      throw new IllegalArgumentException("a verdict has a reason");
    }
  }

  /** The same verdict with one more reason, and a quotation in common where nothing else was. */
  Judgement with(String reason) {
    List<String> more = new ArrayList<>(why);
    more.add(reason);
    return new Judgement(verdict, kind == null ? EchoKind.QUOTE : kind, strength, source, more);
  }

  /** One of two documents, or neither. */
  public enum Side {
    FIRST,
    SECOND,
    NOT_SHOWN
  }
}
