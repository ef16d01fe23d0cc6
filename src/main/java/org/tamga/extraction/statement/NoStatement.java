package org.tamga.extraction.statement;

import java.util.List;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;

/**
 * Frames in which nothing is said by anybody, however often their words tell elsewhere.
 *
 * <p>A demand is read by the extractor of demands. What should be said, or was not said, has not
 * been said.
 */
final class NoStatement {
  /** Between "was paid" and "to say" stand no more words than this. */
  private static final int FAR = 14;

  private final Passages passages;
  private final Vocabulary words;

  NoStatement(Passages passages, Vocabulary words) {
    this.passages = passages;
    this.words = words;
  }

  /** "announced Monday": when it was said, not what. */
  boolean isTime(Token token) {
    return words.times().contains(Grammar.lower(token));
  }

  /** "said after the vote failed": under which circumstances it was said. */
  boolean isCircumstance(Token token) {
    return words.circumstances().contains(Grammar.lower(token));
  }

  /** Whether a cue with something of this frame beginning at a word tells of no saying. */
  boolean is(Cue cue, Frame frame, int start) {
    return isUnsaid(cue)
        || isOnlyWished(cue)
        || isOrdered(cue)
        || isLeftUnsaid(cue)
        || isInferred(cue)
        || isNobodys(cue, frame)
        || isEmpty(cue, frame, start)
        || isAskedFor(cue, start)
        || ((frame == Frame.INFINITIVE || frame == Frame.OBJECT_INFINITIVE) && isDemand(cue, start))
        || (!frame.isTelling() && cue.shape() == Cue.Shape.INFINITIVE)
        || (frame == Frame.OBJECT && words.addressing().contains(cue.lemma()))
        || (frame == Frame.OBJECT && isDocument(cue, start));
  }

  /** Whether a sentence tells of something that was not said, so that its quotations are not. */
  boolean isUnsaid(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    boolean[] quoted = passages.quoted(sentence.index());
    boolean unsaid = false;
    for (int i = 1; i < tokens.size(); i++) {
      if (quoted[i] || !tokens.get(i).is("VERB") || !words.rates().tells(tokens.get(i).lemma())) {
        continue;
      }
      boolean not = CueFinder.isNegation(Grammar.lower(tokens.get(i - 1)));
      if (!not || words.denials().contains(tokens.get(i).lemma())) {
        return false;
      }
      unsaid = !words.opinions().contains(tokens.get(i).lemma());
    }
    return unsaid;
  }

  /** "should say", "never said"; but "does not believe" is a denial, and "did not deny" odd. */
  private boolean isUnsaid(Cue cue) {
    if (cue.modal().equals("should") || cue.modal().equals("must")) {
      return true;
    }
    return cue.negated()
        && cue.kind() == Cue.Kind.VERB
        && !words.opinions().contains(cue.lemma())
        && !words.denials().contains(cue.lemma());
  }

  /** "are to be told that", "Tell them: …": what somebody shall say. */
  private static boolean isOrdered(Cue cue) {
    List<Token> tokens = cue.sentence().tokens();
    if (cue.kind() != Cue.Kind.VERB) {
      return false;
    }
    boolean passive =
        cue.shape() == Cue.Shape.INFINITIVE
            && Grammar.isWord(tokens, cue.main() - 1, "be")
            && cue.first() > 1
            && tokens.get(cue.first() - 2).is("AUX");
    boolean first = cue.main() == 0 || tokens.get(cue.main() - 1).is("PUNCT");
    boolean bare = tokens.get(cue.main()).lemma().equals(Grammar.lower(tokens.get(cue.main())));
    boolean them = first && bare && Grammar.isWord(tokens, cue.end(), "them");
    return passive || them;
  }

  /** "stopped short of saying", "without saying". */
  private static boolean isLeftUnsaid(Cue cue) {
    List<Token> tokens = cue.sentence().tokens();
    int before = cue.first() - 1;
    return cue.shape() == Cue.Shape.GERUND
        && (Grammar.isWord(tokens, before, "without")
            || (Grammar.isWord(tokens, before, "of")
                && (Grammar.isWord(tokens, before - 1, "short")
                    || Grammar.isWord(tokens, before - 1, "instead"))));
  }

  /** "refused to say", "was paid to say": whether it was said is left open. */
  private boolean isOnlyWished(Cue cue) {
    if (cue.shape() != Cue.Shape.INFINITIVE) {
      return false;
    }
    List<Token> tokens = cue.sentence().tokens();
    for (int i = cue.first() - 2; i >= Math.max(0, cue.first() - FAR); i--) {
      Token token = tokens.get(i);
      if (words.unsaid().contains(token.lemma())) {
        return true;
      }
      if (token.is("VERB") || token.is("PUNCT")) {
        return false;
      }
    }
    return false;
  }

  /** "Prices fell, which suggests that …": what somebody concludes, and nobody said. */
  private boolean isInferred(Cue cue) {
    if (cue.kind() != Cue.Kind.VERB || !words.inferring().contains(cue.lemma())) {
      return false;
    }
    List<Token> tokens = cue.sentence().tokens();
    if (!Grammar.isWord(tokens, cue.first() - 1, "which")
        && !Grammar.isWord(tokens, cue.first() - 1, "evidence")) {
      return false;
    }
    int before = cue.first() - 2;
    while (before >= 0 && tokens.get(before).is("PUNCT")) {
      before--;
    }
    return before < 0 || !words.documents().contains(tokens.get(before).lemma());
  }

  /** "is said to be": nobody is named who says so. */
  private static boolean isNobodys(Cue cue, Frame frame) {
    return cue.shape() == Cue.Shape.PASSIVE
        && (frame == Frame.INFINITIVE || frame == Frame.OBJECT_INFINITIVE)
        && cue.lemma().equals("say");
  }

  /** "said nothing", "said no such thing", "declined comment", "declined to say". */
  private boolean isEmpty(Cue cue, Frame frame, int start) {
    List<Token> tokens = cue.sentence().tokens();
    if (!frame.isTelling()) {
      boolean to = frame == Frame.INFINITIVE || frame == Frame.OBJECT_INFINITIVE;
      int verb = to ? Math.min(start + 1, tokens.size() - 1) : start;
      String lemma = tokens.get(verb).lemma();
      boolean silent = words.unsaid().contains(cue.lemma());
      if (silent && (lemma.equals("comment") || words.rates().tells(lemma))) {
        return true;
      }
    }
    if (frame != Frame.OBJECT || !words.rates().tells(cue.lemma())) {
      return false;
    }
    return switch (Grammar.lower(tokens.get(start))) {
      case "nothing", "little", "something", "anything", "so", "otherwise", "much" -> true;
      case "no" ->
          Grammar.isWord(tokens, start + 1, "such") || Grammar.isWord(tokens, start + 1, "more");
      default -> false;
    };
  }

  /** "goes on to urge": the verb of the infinitive tells of a demand. */
  private boolean isDemand(Cue cue, int start) {
    List<Token> tokens = cue.sentence().tokens();
    return start + 1 < tokens.size() && words.demands().contains(tokens.get(start + 1).lemma());
  }

  /**
   * "called on Dotsan to say", "the letter urges Dotsan to “plainly” condemn": what somebody is
   * asked to say, nobody has said.
   */
  private boolean isAskedFor(Cue cue, int start) {
    List<Token> tokens = cue.sentence().tokens();
    boolean[] quoted = passages.quoted(cue.sentence().index());
    boolean infinitive = false;
    int last = Math.max(cue.main(), start);
    for (int i = Math.min(last, tokens.size() - 1); i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.is("PUNCT") && !Grammar.isQuoteMark(token)) {
        return false;
      }
      if (infinitive && !quoted[i] && asks(tokens, i)) {
        return true;
      }
      infinitive |= token.is("PART") && token.text().equals("to") && i + 1 < tokens.size();
    }
    return false;
  }

  /** A verb of demand with an object; taggers take "urges" for a noun where names are rare. */
  private boolean asks(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (!words.demands().contains(token.lemma()) || i + 1 >= tokens.size()) {
      return false;
    }
    Token next = tokens.get(i + 1);
    boolean object = next.is("PROPN") || next.is("DET") || next.is("PRON") || next.is("ADP");
    return object && (token.is("VERB") || (token.is("NOUN") && next.is("PROPN")));
  }

  /** "issued a statement that …": the document is not what it says. */
  private boolean isDocument(Cue cue, int start) {
    NounPhrase phrase = Grammar.phraseFrom(passages.phrases(cue.sentence().index()), start);
    return phrase != null && words.documents().contains(phrase.headToken().lemma());
  }
}
