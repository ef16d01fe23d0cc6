package org.tamga.extraction.claim;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.claim.EventFinder.Found;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.View;

/** Finds where a sentence brings up documents that got out. */
final class LeakFinder {
  private final PartyReader parties;
  private final Set<String> leaked;

  LeakFinder(Lexicon events, PartyReader parties) {
    this.parties = parties;
    leaked = events.words("leaked");
  }

  /** "The first collection of leaked documents", "documents were leaked". */
  @Nullable Found find(View view, int at) {
    for (int i = Math.max(0, at - 6); i < Math.min(view.size(), at + 4); i++) {
      if (!leaked.contains(view.word(i))) {
        continue;
      }
      int from = Math.min(i, at);
      while (from > 0
          && view.is(from - 1, "NOUN", "ADJ", "DET", "ADP", "PROPN", "NUM")
          && at - from < 8) {
        from--;
      }
      while (view.is(from, "ADP")) {
        from++;
      }
      int to = Math.max(i, at) + 1;
      int end = to;
      for (int k = to; k < Math.min(view.size(), to + 14); k++) {
        if (view.is(k, "PUNCT") && !view.word(k).equals(",")) {
          break;
        }
        if (view.word(k).equals("to") || view.word(k).equals("by")) {
          var read = parties.forward(view, k + 1);
          end = read.parties().isEmpty() ? end : read.end();
          break;
        }
      }
      boolean verb = view.is(at - 1, "AUX", "NOUN") || view.word(at).equals("smuggled");
      boolean isNew =
          view.word(from + 1).equals("first")
              || view.word(from + 1).equals("second")
              || view.word(from + 1).equals("third")
              || view.word(from + 1).equals("new");
      return verb || isNew ? new Found(view, from, end, "leak", List.of(), null, isNew) : null;
    }
    return null;
  }
}
