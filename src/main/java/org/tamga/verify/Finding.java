package org.tamga.verify;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check found: what, where, and what it means.
 *
 * @param code what was found
 * @param file where, relative to the archive, with slashes
 * @param index the log index of the event concerned; {@link #NO_INDEX} where it is none
 * @param object digest of the document concerned; null where it is none
 * @param words what it means, for a person
 */
public record Finding(
    FindingCode code, String file, long index, @Nullable String object, String words) {
  /** Stands for "no event in particular". */
  public static final long NO_INDEX = -1;

  /** By file, then event, then code: the same on every machine. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file, Finding::compareByCodePoint)
          .thenComparingLong(Finding::index)
          .thenComparing(finding -> finding.code().name())
          .thenComparing(Finding::words);

  private static int compareByCodePoint(String a, String b) {
    return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  /** Whether it only informs. */
  public boolean isNote() {
    return code.isNote();
  }
}
