package org.tamga.extraction.phrase;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares the words by which two annotations were told: "is calling" and "calling on". */
public final class TellingWord {
  private TellingWord() {}

  /** Whether the last word of a statement's cue is among the words of another cue. */
  public static boolean isSame(@Nullable String cue, @Nullable String other) {
    if (cue == null || other == null) {
      return false;
    }
    String last = cue.substring(cue.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return List.of(other.toLowerCase(Locale.ROOT).split(" ", -1)).contains(last);
  }
}
