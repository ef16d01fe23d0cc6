package org.tamga.extraction.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the quotation around a place without looking at all of them. */
public final class QuotationIndex {
  private final List<Quotation> outermost;

  /** An index over quotations in order of their start; nested ones are left out. */
  public QuotationIndex(List<Quotation> quotations) {
    outermost = quotations.stream().filter(quotation -> quotation.depth() == 0).toList();
  }

  /** The quotation whose marks or words cover a place in code points, or null. */
  public @Nullable Quotation covering(int place) {
    int low = 0;
    int high = outermost.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (outermost.get(middle).outer().start() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return null;
    }
    Quotation last = outermost.get(low - 1);
    return place < last.outer().end() ? last : null;
  }

  /** The first quotation that reaches beyond a place, or null. */
  public @Nullable Quotation next(int place) {
    Quotation covering = covering(place);
    if (covering != null) {
      return covering;
    }
    int low = 0;
    int high = outermost.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (outermost.get(middle).outer().start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < outermost.size() ? outermost.get(low) : null;
  }
}
