package org.tamga.extraction.claim;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.DateExpression;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.phrase.View;
import org.tamga.text.Span;

/** Which of the dates of a sentence says when something was done or is to be done. */
final class Timing {
  private static final Set<String> BY = Set.of("by", "before", "until");

  private final List<DateExpression> dates;

  Timing(DocumentContext context) {
    dates = context.earlier(DateExpression.class);
  }

  /** The only date of the sentence outside {@code span}: when it was told. */
  @Nullable String told(View view, Span span) {
    String value = null;
    for (var date : dates) {
      var place = date.target().span();
      if (view.sentence().span().contains(place) && !span.contains(place)) {
        if (value != null) {
          return null;
        }
        value = date.value();
      }
    }
    return value;
  }

  /** The date behind "by" among words {@code from} up to {@code to}, exclusive. */
  @Nullable String deadline(View view, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (view.in(i, BY)) {
        int start = view.token(i + 1).span().start();
        for (var date : dates) {
          if (date.target().span().start() == start) {
            return date.value();
          }
        }
      }
    }
    return null;
  }
}
