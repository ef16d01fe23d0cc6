package org.tamga.extraction.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;

/** Knows the forms of sentence that leave no doubt who speaks, so that nothing is weighed. */
final class CertainSpeaker {
  private final Passages passages;

  CertainSpeaker(Passages passages) {
    this.passages = passages;
  }

  /** The words for who speaks; null where the form of the sentence does not settle it. */
  @Nullable NounPhrase of(Proposal proposal) {
    Cue cue = proposal.cue();
    List<NounPhrase> phrases = passages.phrases(cue.sentence().index());
    return switch (cue.kind()) {
      case SOURCE -> Grammar.phraseFrom(phrases, cue.end());
      case TURN -> Grammar.phraseTo(phrases, cue.first() - 1);
      case VERB -> verb(proposal, phrases);
      case NOUN, ADJECTIVE, NONE -> null;
    };
  }

  private @Nullable NounPhrase verb(Proposal proposal, List<NounPhrase> phrases) {
    Cue cue = proposal.cue();
    if (cue.lemma().equals("quote")) {
      return quoted(cue, phrases);
    }
    NounPhrase person = personBefore(cue, phrases);
    boolean before = person == null && proposal.frame() == Frame.BEFORE;
    return before ? BeforeFrames.apposed(cue, phrases) : person;
  }

  /** Who "was quoted" is the speaker, and so is whom somebody "quoted". */
  private static @Nullable NounPhrase quoted(Cue cue, List<NounPhrase> phrases) {
    if (cue.shape() != Cue.Shape.PASSIVE) {
      return Grammar.phraseFrom(phrases, cue.end());
    }
    for (NounPhrase phrase : phrases.reversed()) {
      if (phrase.last() < cue.first() && SpeakerFinder.isSubject(phrase)) {
        return phrase;
      }
    }
    return null;
  }

  /** "The head of the board, Dana Orlan, said": the person named between commas before a verb. */
  private @Nullable NounPhrase personBefore(Cue cue, List<NounPhrase> phrases) {
    List<Token> tokens = cue.sentence().tokens();
    if (cue.shape() != Cue.Shape.FINITE || !Grammar.isWord(tokens, cue.first() - 1, ",")) {
      return null;
    }
    NounPhrase name = Grammar.phraseTo(phrases, cue.first() - 2);
    return name != null && Grammar.isWord(tokens, name.first() - 1, ",") && passages.isPerson(name)
        ? name
        : null;
  }
}
