package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Mention;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.extraction.weight.Features;
import org.tamga.text.Span;

/**
 * Finds the turns of a conversation that was taken down: "ORLAN: We will not sign."
 *
 * <p>A name and a colon may also be a place and what a report is about ("Belut: union leader
 * held"). So the name has to be a person's, or the document a record of several who take turns.
 */
final class TurnFinder {
  /** A name with its role takes up no more words than this. */
  private static final int LABEL = 6;

  /** So many turns make a conversation. */
  private static final int TURNS = 3;

  private final Passages passages;

  TurnFinder(Passages passages) {
    this.passages = passages;
  }

  /**
   * A paragraph that begins with a name and a colon.
   *
   * @param phrase the name
   * @param said the words behind the colon, up to the paragraph's end
   */
  private record Turn(NounPhrase phrase, Sentence sentence, int colon, Span said) {}

  /** The turns of the document as proposals; the cue's main word is the colon. */
  void find(List<Proposal> found) {
    List<Turn> turns = new ArrayList<>();
    int block = -1;
    for (Sentence sentence : passages.sentences()) {
      Turn turn = sentence.blockIndex() == block ? null : turn(sentence);
      if (turn != null) {
        turns.add(turn);
      }
      block = sentence.blockIndex();
    }
    boolean conversation = isConversation(turns);
    for (Turn turn : turns) {
      if (conversation || passages.isPerson(turn.phrase())) {
        found.add(proposal(turn, conversation));
      }
    }
  }

  private static Proposal proposal(Turn turn, boolean conversation) {
    int colon = turn.colon();
    Cue cue = new Cue(turn.sentence(), colon, colon, Cue.Kind.TURN, ":", Cue.Shape.NONE, false, "");
    Features features = new Features();
    features.is("TURN");
    features.is("TURN of several", conversation);
    return new Proposal(cue, Frame.COLON, "", List.of(turn.said()), features);
  }

  /** Several who take turns; a list of headings ("Place: …", "Date: …") hardly ever repeats one. */
  private boolean isConversation(List<Turn> turns) {
    Set<String> names = new HashSet<>();
    for (Turn turn : turns) {
      Mention mention = passages.mention(turn.phrase());
      names.add(mention == null ? passages.text().at(turn.phrase().span()) : mention.name());
    }
    return turns.size() >= TURNS && names.size() > 1 && names.size() < turns.size();
  }

  private @Nullable Turn turn(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    Span block = sentence.block().span();
    boolean start = sentence.span().start() == block.start();
    for (int colon = 1; start && colon < Math.min(LABEL + 1, tokens.size() - 1); colon++) {
      if (tokens.get(colon).text().equals(":")) {
        NounPhrase phrase = Grammar.phraseTo(passages.phrases(sentence.index()), colon - 1);
        if (phrase == null || phrase.kind() != NounPhrase.Kind.NAME || phrase.first() > 0) {
          return null;
        }
        int from = tokens.get(colon + 1).span().start();
        return hasVerb(tokens, colon + 1)
            ? new Turn(phrase, sentence, colon, new Span(from, block.end()))
            : null;
      }
    }
    return null;
  }

  private static boolean hasVerb(List<Token> tokens, int from) {
    return tokens.subList(from, tokens.size()).stream().anyMatch(Grammar::isVerbal);
  }
}
