package org.tamga.record.decision;

import java.util.Locale;
import java.util.Optional;

/** What a person can decide about an annotation. */
public enum DecisionKind {
  /** It is right. */
  ACCEPTED,
  /** It is right once some fields are changed. */
  CORRECTED,
  /** It is wrong. */
  REJECTED,
  /** The program did not see it. */
  ADDED,
  /** What the same person decided before does not count any more. */
  WITHDRAWN;

  /** How it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that is written so; empty for words of another program. */
  public static Optional<DecisionKind> parse(String word) {
    for (DecisionKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
