package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * How probable a proposal has to be, by its frame and the word that tells.
 *
 * <p>Set by the balance of found and right on PolNeAR's development split. What a word that nearly
 * always tells introduces is likelier right than its probability; a noun or a verb of attitude has
 * to be surer, and what names nobody who thinks or says it surer still: readers look for sayings.
 */
final class Threshold {
  /** For words that nearly always tell, and for quotations. */
  static final double SPEECH = 0.28;

  private static final double LIKELY = 0.25;
  private static final double SURE = 0.28;
  private static final double SURER = 0.32;
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
    boolean tells = tells(proposal.cue());
    return switch (proposal.frame()) {
      case ALONE, QUOTE, QUOTE_BEFORE -> SPEECH;
      case THAT, CLAUSE, COLON, BEFORE -> tells ? SPEECH : LIKELY;
      case QUESTION -> tells ? SPEECH : SURE;
      case OBJECT -> tells ? SPEECH : SURE;
      case PREPOSITION -> tells ? SPEECH : proposal.cue().kind() == Cue.Kind.NOUN ? LIKELY : SURER;
      case GERUND, INFINITIVE -> LIKELY;
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
      case THAT, CLAUSE, QUOTE, COLON, QUOTE_BEFORE -> tells(proposal.cue()) ? SPEECH : SURER;
      case BEFORE, ALONE -> LIKELY;
      case QUESTION, OBJECT, PREPOSITION, GERUND, INFINITIVE, OBJECT_INFINITIVE -> NEVER;
    };
  }

  private boolean tells(Cue cue) {
    return cue.kind() == Cue.Kind.SOURCE
        || (cue.kind() == Cue.Kind.VERB && rates.tells(cue.lemma()));
  }
}
