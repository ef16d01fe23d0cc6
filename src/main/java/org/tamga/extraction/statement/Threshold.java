package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * How probable a proposal has to be, by its frame and the word that tells.
 *
 * <p>Set by the balance of found and right on PolNeAR's development split. What a word that nearly
 * always tells introduces is likelier right than its probability; what may be an attitude has to be
 * surer, and its word must have been met telling in that frame: readers look for sayings.
 */
final class Threshold {
  /** For words that nearly always tell, and for quotations. */
  static final double SPEECH = 0.28;

  /** For what may also be an attitude, or nobody's words. */
  private static final double SURE = 0.33;

  private static final double NEVER = 1;

  private final Rates rates;

  Threshold(Rates rates) {
    this.rates = rates;
  }

  /** The proposals that are probable enough. */
  List<Selection.Judged> passing(List<Selection.Judged> judged) {
    List<Selection.Judged> passing = new ArrayList<>();
    for (Selection.Judged one : judged) {
      if (one.probability() >= least(one.proposal())) {
        passing.add(one);
      }
    }
    return passing;
  }

  private double least(Proposal proposal) {
    if (!proposal.frame().isTelling() && !rates.isAttested(proposal)) {
      return NEVER;
    }
    boolean sure = tells(proposal.cue()) || proposal.cue().kind() == Cue.Kind.NOUN;
    return switch (proposal.frame()) {
      case ALONE, QUOTE, QUOTE_BEFORE, THAT, CLAUSE, COLON, BEFORE, GERUND, INFINITIVE -> SPEECH;
      case QUESTION, OBJECT -> tells(proposal.cue()) ? SPEECH : SURE;
      case PREPOSITION -> sure ? SPEECH : SURE;
      case OBJECT_INFINITIVE -> SURE;
    };
  }

  /** How probable it has to be where nobody is named who says it. */
  double leastUnnamed(Proposal proposal) {
    Cue.Kind kind = proposal.cue().kind();
    if (kind == Cue.Kind.ADJECTIVE || kind == Cue.Kind.NOUN) {
      return NEVER;
    }
    return switch (proposal.frame()) {
      case THAT, CLAUSE, QUOTE, COLON, QUOTE_BEFORE -> tells(proposal.cue()) ? SPEECH : SURE;
      case BEFORE, ALONE -> SPEECH;
      case QUESTION, OBJECT, PREPOSITION, GERUND, INFINITIVE, OBJECT_INFINITIVE -> NEVER;
    };
  }

  private boolean tells(Cue cue) {
    return cue.kind() == Cue.Kind.SOURCE
        || (cue.kind() == Cue.Kind.VERB && rates.tells(cue.lemma()));
  }
}
