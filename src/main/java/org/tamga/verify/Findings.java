package org.tamga.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is found; safe for use by several threads. */
final class Findings {
  /** More lines of one code help nobody; all are counted. Keeps a ruined archive out of memory. */
  static final int MOST_OF_ONE_CODE = 10_000;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);

  void add(FindingCode code, String file) {
    add(code, file, Finding.NO_INDEX, null, "");
  }

  void add(FindingCode code, String file, String detail) {
    add(code, file, Finding.NO_INDEX, null, detail);
  }

  void add(FindingCode code, String file, long index, String detail) {
    add(code, file, index, null, detail);
  }

  synchronized void add(
      FindingCode code, String file, long index, @Nullable String object, String detail) {
    if (counts.merge(code, 1L, Long::sum) <= MOST_OF_ONE_CODE) {
      String words = detail.isEmpty() ? code.words() : code.words() + ": " + detail;
      kept.add(new Finding(code, file, index, object, words));
    }
  }

  /** Notes or findings, sorted. */
  synchronized List<Finding> sorted(boolean notes) {
    return kept.stream().filter(f -> f.isNote() == notes).sorted(Finding.ORDER).toList();
  }

  /** How many notes or findings there were, those not kept included. */
  synchronized long count(boolean notes) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().isNote() == notes)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
