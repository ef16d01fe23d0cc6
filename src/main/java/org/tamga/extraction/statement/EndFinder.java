package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.extraction.weight.Features;

/** Finds the places where what is told may end. */
final class EndFinder {
  /** Never more places than this; sentences of press text seldom have half as many. */
  private static final int MOST = 24;

  private final Passages passages;
  private final Rates rates;

  EndFinder(Passages passages, Rates rates) {
    this.passages = passages;
    this.rates = rates;
  }

  /**
   * A place where what is told may end.
   *
   * @param token the first word that no longer belongs to it
   * @param place the end in code points
   * @param sort by what it ends
   */
  record End(int token, int place, String sort) {}

  /** The ends for something that begins at a word of a sentence. */
  List<End> find(Sentence sentence, Frame frame, int start) {
    List<End> ends = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    List<NounPhrase> phrases = passages.phrases(sentence.index());
    int last = sentenceEnd(tokens);
    Quotation first = passages.opensAt(sentence.index(), start);
    int at = start;
    if (first != null) {
      int close = closing(sentence, start, first);
      if (close < 0) {
        ends.add(new End(tokens.size(), first.outer().end(), "quotation beyond"));
        return ends;
      }
      ends.add(new End(close + 1, first.outer().end(), "quotation"));
      at = close + 1;
    }
    int phraseEnd = phraseEnd(phrases, start);
    for (int i = Math.max(at, start + 1); i < last && ends.size() < MOST; i++) {
      Quotation inner = passages.opensAt(sentence.index(), i);
      if (!frame.isTelling() && isRelative(tokens, i)) {
        ends.add(new End(i, tokens.get(i - 1).span().end(), "comma which"));
        return ends;
      }
      if (inner == null && isNewClause(tokens, i)) {
        ends.add(new End(i, tokens.get(i - 1).span().end(), "semicolon"));
        return ends;
      }
      String sort = inner == null ? sort(tokens, i, start, phraseEnd) : null;
      if (sort != null) {
        ends.add(new End(i, tokens.get(i - 1).span().end(), sort));
      }
      if (inner != null) {
        int close = closing(sentence, i, inner);
        if (close < 0) {
          ends.add(new End(tokens.size(), inner.outer().end(), "quotation inside beyond"));
          return ends;
        }
        if (close + 1 < last) {
          ends.add(new End(close + 1, inner.outer().end(), "quotation inside"));
        }
        i = close;
      }
    }
    if (last > start && (ends.isEmpty() || ends.getLast().token() != last)) {
      ends.add(new End(last, tokens.get(last - 1).span().end(), "sentence"));
    }
    return ends;
  }

  /** A semicolon, if what follows is not said as well ("; and that"); "whereas". */
  private static boolean isNewClause(List<Token> tokens, int i) {
    if (Grammar.isWord(tokens, i, "whereas")) {
      return true;
    }
    return tokens.get(i).text().equals(";")
        && !Grammar.isWord(tokens, i + 1, "that")
        && !Grammar.isWord(tokens, i + 2, "that")
        && !Grammar.isWord(tokens, i + 1, "to");
  }

  /** ", which": what an attitude is about does not take in what is told of it besides. */
  private static boolean isRelative(List<Token> tokens, int i) {
    return tokens.get(i).text().equals(",")
        && (Grammar.isWord(tokens, i + 1, "which") || Grammar.isWord(tokens, i + 1, "who"));
  }

  /** The end of the shortest phrase from the start. */
  private static int phraseEnd(List<NounPhrase> phrases, int start) {
    NounPhrase phrase = Grammar.phraseFrom(phrases, start);
    return phrase == null ? -1 : phrase.last() + 1;
  }

  /** The number of the word that closes a quotation opened in this sentence; -1 if none does. */
  private int closing(Sentence sentence, int from, Quotation quotation) {
    for (int i = from; i < sentence.tokens().size(); i++) {
      if (quotation.equals(passages.closesAt(sentence.index(), i))) {
        return i;
      }
    }
    return -1;
  }

  /** The first word of the marks that end a sentence; a closing quotation mark stays in. */
  static int sentenceEnd(List<Token> tokens) {
    int end = tokens.size();
    while (end > 1 && (Grammar.isStop(tokens.get(end - 1)) || isBracketEnd(tokens, end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBracketEnd(List<Token> tokens, int i) {
    return tokens.get(i).text().equals(")") && tokens.getFirst().text().equals("(");
  }

  /** By what a stretch may end before this word; null if it hardly does. */
  private static @Nullable String sort(List<Token> tokens, int i, int start, int phraseEnd) {
    Token token = tokens.get(i);
    String lower = Grammar.lower(token);
    if (token.text().equals(",")) {
      return "comma " + Grammar.sort(tokens, i + 1);
    }
    if (token.text().equals(";") || token.text().equals(":")) {
      return "semicolon";
    }
    if (Grammar.isDash(token)) {
      return "dash";
    }
    if (token.text().equals("(") || token.text().equals(")") || token.text().equals("[")) {
      return "bracket";
    }
    Token before = tokens.get(i - 1);
    if (before.text().equals(",") || Grammar.isDash(before) || before.is("ADP")) {
      return null;
    }
    if (token.is("CCONJ")) {
      return lower + ' ' + Grammar.sort(tokens, i + 1);
    }
    if (lower.equals("according")) {
      return "according";
    }
    if (token.is("SCONJ") && !lower.equals("that")) {
      return "joined " + lower;
    }
    if (i == phraseEnd) {
      return "phrase " + (token.is("ADP") || token.is("PART") ? lower : token.tag());
    }
    if (token.is("ADP") && i > start + 1) {
      return "preposition " + lower;
    }
    if (lower.equals("to") && i > start + 1) {
      return "to";
    }
    if (token.is("VERB") && lower.endsWith("ing") && i > start + 1) {
      return "gerund";
    }
    if (token.is("ADV") && i > start + 1) {
      return "adverb";
    }
    return null;
  }

  /** Notes what speaks for or against an end. */
  void note(Sentence sentence, Frame frame, int start, End end, Features features) {
    List<Token> tokens = sentence.tokens();
    String name = frame.name() + ' ';
    String sort = end.sort();
    int space = sort.indexOf(' ');
    String coarse = space < 0 ? sort : sort.substring(0, space);
    features.is("end " + sort);
    features.is(name + "end " + coarse);
    features.is(name + "end " + sort);
    int length = Math.min(end.token(), tokens.size()) - start;
    features.is(name + "length " + Features.step(length));
    features.is(coarse + " length " + Features.step(length));
    int verbs = 0;
    int finite = 0;
    int commas = 0;
    boolean quotation = false;
    for (int i = start; i < Math.min(end.token(), tokens.size()); i++) {
      Token token = tokens.get(i);
      verbs += Grammar.isVerbal(token) ? 1 : 0;
      finite += token.is("AUX") || (token.is("VERB") && !token.text().endsWith("ing")) ? 1 : 0;
      commas += token.text().equals(",") ? 1 : 0;
      quotation |= passages.opensAt(sentence.index(), i) != null;
    }
    features.is(name + "verbs " + Math.min(verbs, 3));
    features.is(name + "no finite verb", finite == 0);
    features.is(name + coarse + " no finite verb", finite == 0);
    features.is(name + "commas " + Math.min(commas, 3));
    features.is(name + "holds quotation", quotation);
    features.is(coarse + " holds quotation", quotation);
    int rest = EndFinder.sentenceEnd(tokens) - end.token();
    features.is(name + "rest " + Features.step(rest));
    features.is(coarse + " rest " + Features.step(rest));
    features.is(name + "verb behind", verbBehind(tokens, end.token()));
    boolean aside = false;
    for (int i = start + 1; i < Math.min(end.token(), tokens.size()); i++) {
      aside |= tokens.get(i).text().equals(",") && tellsBehind(sentence, i + 1);
    }
    features.is("holds aside", aside);
    int next = end.token();
    if (next < tokens.size() && tokens.get(next).text().equals(",")) {
      next++;
    }
    features.is("telling behind", tellsBehind(sentence, next));
    features.is(coarse + " telling behind", tellsBehind(sentence, next));
    features.is("last " + Grammar.sort(tokens, Math.min(end.token(), tokens.size()) - 1));
  }

  /** Whether "she said" or "said the mayor" stands here. */
  private boolean tellsBehind(Sentence sentence, int at) {
    List<Token> tokens = sentence.tokens();
    if (at >= tokens.size()) {
      return false;
    }
    NounPhrase phrase = Grammar.phraseFrom(passages.phrases(sentence.index()), at);
    int verb = phrase == null ? at : phrase.last() + 1;
    return verb < tokens.size()
        && tokens.get(verb).is("VERB")
        && rates.tells(tokens.get(verb).lemma());
  }

  private static boolean verbBehind(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (Grammar.isVerbal(tokens.get(i))) {
        return true;
      }
    }
    return false;
  }
}
