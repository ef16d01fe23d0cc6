package org.tamga.record.decision;

import java.util.Locale;
import java.util.Optional;

/** What a person can decide about which reports, figures or passages are one. */
public enum GroupDecisionKind {
  /** They are one. */
  JOINED,
  /** Those of the one side are not one with those of the other. */
  SPLIT,
  /** The others of its group come from it. */
  ORIGIN,
  /** What the same person decided before, by its token, does not count any more. */
  UNDONE;

  /** How it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that is written so; empty for words of another program. */
  public static Optional<GroupDecisionKind> parse(String word) {
    for (GroupDecisionKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
