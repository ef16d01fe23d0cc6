package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.List;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.extraction.weight.Features;
import org.tamga.text.Span;

/** Proposes the stretches of words that a cue may tell of, with what is noted about each. */
final class ProposalFinder {
  /** What is told begins within so many words of the telling. */
  private static final int NEAR = 16;

  /** "as you suggest" takes up no more words than this. */
  private static final int ASIDE = 6;

  /** The verb of a clause that no noun phrase begins stands within so many words. */
  private static final int LOOSE = 7;

  /** Narrows a clause down to one whose subject stands before the telling. */
  static final String GAP = "gap";

  private final Passages passages;
  private final Rates rates;
  private final EndFinder ends;
  private final NoStatement no;

  ProposalFinder(Passages passages, Vocabulary words) {
    this.passages = passages;
    this.rates = words.rates();
    this.ends = new EndFinder(passages, rates);
    this.no = new NoStatement(passages, words);
  }

  /** All proposals of the document. */
  List<Proposal> find() {
    List<Proposal> found = new ArrayList<>();
    CueFinder cues = new CueFinder(rates);
    for (Sentence sentence : passages.sentences()) {
      for (Cue cue : cues.find(sentence, passages.quoted(sentence.index()))) {
        int size = found.size();
        behind(cue, found);
        if (!isPlainlyBehind(cue, found.subList(size, found.size()))) {
          before(cue, found);
        }
      }
    }
    LoneQuotations lone = new LoneQuotations(passages, no);
    for (Quotation quotation : passages.quotations()) {
      lone.find(quotation, found);
    }
    new TurnFinder(passages).find(found);
    return found;
  }

  /** "stated: “…”", "said that …": where it begins right behind, nothing before it is told. */
  private static boolean isPlainlyBehind(Cue cue, List<Proposal> behind) {
    List<Token> tokens = cue.sentence().tokens();
    int next = cue.end();
    boolean colon = Grammar.isWord(tokens, next, ":");
    if (next + (colon ? 1 : 0) >= tokens.size()) {
      return false;
    }
    int place = tokens.get(next + (colon ? 1 : 0)).span().start();
    return behind.stream()
        .anyMatch(
            one ->
                (one.frame() == Frame.THAT || one.frame() == Frame.QUOTE)
                    && one.span().start() == place);
  }

  /** What is told behind the telling. */
  private void behind(Cue cue, List<Proposal> found) {
    if (cue.kind() == Cue.Kind.SOURCE) {
      new SourceFrames(passages, rates, ends).find(cue, found);
      return;
    }
    List<Token> tokens = cue.sentence().tokens();
    if (isAside(cue)) {
      return;
    }
    if (isGap(cue)) {
      propose(cue, Frame.CLAUSE, GAP, cue.end(), found);
    }
    int last = Math.min(tokens.size(), cue.end() + NEAR);
    boolean phraseSeen = false;
    boolean aside = false;
    for (int i = cue.end(); i < last; i++) {
      Token token = tokens.get(i);
      Quotation quotation = passages.opensAt(cue.sentence().index(), i);
      if (quotation != null) {
        propose(cue, Frame.QUOTE, "", i, found);
        return;
      }
      if (token.text().equals(":")) {
        colon(cue, i, found);
        return;
      }
      if (token.text().equalsIgnoreCase("that")
          && !isPronounThat(tokens, i)
          && !isRelativeThat(tokens, i)
          && !isSecondThat(tokens, i, cue)) {
        propose(cue, Frame.THAT, "", i, found);
        return;
      }
      if (Grammar.isQuestionWord(token) && !isRelative(tokens, i, cue.end())) {
        propose(cue, Frame.QUESTION, "", i, found);
        return;
      }
      if (isInfinitive(tokens, i)) {
        boolean other = tokens.subList(cue.end(), i).stream().anyMatch(word -> word.is("AUX"));
        if (other) {
          // "Those who ask are to be told": the infinitive hangs on another verb.
          return;
        }
        propose(cue, phraseSeen ? Frame.OBJECT_INFINITIVE : Frame.INFINITIVE, "", i, found);
        return;
      }
      if (token.text().equals(";") || (i > cue.end() && token.is("VERB"))) {
        return;
      }
      boolean apart = no.isCircumstance(token) || isRelative(tokens, i, cue.end());
      aside |= apart && cue.kind() == Cue.Kind.VERB;
      phraseSeen |= aside || openFrames(cue, i, found);
    }
  }

  /** The frames that begin right behind the telling, or behind whom it was told and when. */
  private boolean openFrames(Cue cue, int i, List<Proposal> found) {
    List<Token> tokens = cue.sentence().tokens();
    List<NounPhrase> phrases = passages.phrases(cue.sentence().index());
    Token token = tokens.get(i);
    boolean first = onlyAdverbs(tokens, cue.end(), i);
    if (no.isTime(token)) {
      return false;
    }
    if (cue.kind() == Cue.Kind.VERB || first) {
      if (first && token.is("ADP") && isObject(tokens, phrases, i + 1)) {
        propose(cue, Frame.PREPOSITION, Grammar.lower(token), i + 1, found);
      } else if (first && token.is("VERB") && Grammar.lower(token).endsWith("ing")) {
        propose(cue, Frame.GERUND, "", i, found);
      }
    }
    NounPhrase phrase = Grammar.phraseFrom(phrases, i);
    boolean joined = first && token.is("SCONJ") && verbLater(tokens, i);
    boolean there = Grammar.lower(token).equals("there");
    joined &= rates.tells(cue.lemma());
    boolean loose = first && phrase == null && isLooseClause(cue, i);
    if (cue.kind() == Cue.Kind.VERB && (joined || loose || (there && phrase == null))) {
      propose(cue, Frame.CLAUSE, joined ? Grammar.lower(token) : "", i, found);
    }
    if (phrase == null || cue.kind() != Cue.Kind.VERB) {
      return phrase != null;
    }
    boolean clause = beginsClause(tokens, phrases, i);
    if (clause) {
      propose(cue, Frame.CLAUSE, "", i, found);
    }
    if (first) {
      propose(cue, Frame.OBJECT, "", i, found);
    }
    return true;
  }

  /** "said too much was spent": a clause that no noun phrase begins. */
  private boolean isLooseClause(Cue cue, int from) {
    List<Token> tokens = cue.sentence().tokens();
    Token token = tokens.get(from);
    if (!rates.tells(cue.lemma()) || !(token.is("ADV") || token.is("ADJ") || token.is("DET"))) {
      return false;
    }
    for (int i = from + 1; i < Math.min(from + LOOSE, tokens.size()); i++) {
      Token next = tokens.get(i);
      if (next.is("PUNCT") || next.is("SCONJ")) {
        return false;
      }
      if (next.is("AUX")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a preposition has an object here, and is no particle as in "went on to". */
  private static boolean isObject(List<Token> tokens, List<NounPhrase> phrases, int i) {
    if (i >= tokens.size()) {
      return false;
    }
    Token token = tokens.get(i);
    return Grammar.phraseFrom(phrases, i) != null
        || Grammar.isQuestionWord(token)
        || Grammar.isQuoteMark(token)
        || (token.is("VERB") && Grammar.lower(token).endsWith("ing"));
  }

  private boolean onlyAdverbs(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!tokens.get(i).is("ADV") && !tokens.get(i).is("PART") && !no.isTime(tokens.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A noun phrase with a verb behind it, or behind what its prepositions add. */
  private static boolean beginsClause(List<Token> tokens, List<NounPhrase> phrases, int from) {
    int at = Grammar.behindPhrases(tokens, phrases, from);
    while (at < tokens.size() && tokens.get(at).is("ADV")) {
      at++;
    }
    if (at >= tokens.size()) {
      return false;
    }
    Token verb = tokens.get(at);
    return verb.is("AUX") || (verb.is("VERB") && !Grammar.lower(verb).endsWith("ing"));
  }

  /** "never said, as you suggest, that": what follows the aside is not what it tells. */
  private static boolean isAside(Cue cue) {
    List<Token> tokens = cue.sentence().tokens();
    if (!Grammar.isWord(tokens, cue.end(), ",")) {
      return false;
    }
    int at = cue.first() - 1;
    while (at > 0 && !tokens.get(at).is("PUNCT") && cue.first() - at < ASIDE) {
      at--;
    }
    return Grammar.isWord(tokens, at, ",") && Grammar.isWord(tokens, at + 1, "as");
  }

  /** "which the office found may amount to": the subject of what is told stands before. */
  private static boolean isGap(Cue cue) {
    List<Token> tokens = cue.sentence().tokens();
    boolean verb = cue.end() < tokens.size() && tokens.get(cue.end()).is("AUX");
    if (!verb || cue.kind() != Cue.Kind.VERB || cue.shape() != Cue.Shape.FINITE) {
      return false;
    }
    for (int i = Math.max(0, cue.first() - 12); i < cue.first(); i++) {
      String lower = Grammar.lower(tokens.get(i));
      if (lower.equals("which") || lower.equals("that") || lower.equals("what")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a comma and then a verb follow, as in "said as mayor, he would". */
  private static boolean verbLater(List<Token> tokens, int from) {
    boolean comma = false;
    for (int i = from; i < tokens.size(); i++) {
      comma |= tokens.get(i).text().equals(",");
      if (comma && Grammar.isVerbal(tokens.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPronounThat(List<Token> tokens, int i) {
    return tokens.get(i).is("DET") && i + 1 < tokens.size() && tokens.get(i + 1).is("PUNCT");
  }

  /** "said that 31 were questioned, and that all were free" is no answer to the questions. */
  private static boolean isSecondThat(List<Token> tokens, int i, Cue cue) {
    if (i <= cue.end() || !tokens.get(i - 1).is("CCONJ")) {
      return false;
    }
    for (int before = 0; before < cue.first(); before++) {
      if (Grammar.isWord(tokens, before, "that") && tokens.get(before).is("SCONJ")) {
        return true;
      }
    }
    return false;
  }

  /** "the camps that hold them": a noun before, a verb behind. */
  private static boolean isRelativeThat(List<Token> tokens, int i) {
    boolean noun = i > 0 && (tokens.get(i - 1).is("NOUN") || tokens.get(i - 1).is("PROPN"));
    int next = i + 1;
    while (next < tokens.size() && tokens.get(next).is("ADV")) {
      next++;
    }
    return noun && next < tokens.size() && Grammar.isVerbal(tokens.get(next));
  }

  private static boolean isRelative(List<Token> tokens, int i, int from) {
    String lower = Grammar.lower(tokens.get(i));
    boolean person = lower.equals("who") || lower.equals("which");
    return person && i > from && (tokens.get(i - 1).is("NOUN") || tokens.get(i - 1).is("PUNCT"));
  }

  private static boolean isInfinitive(List<Token> tokens, int i) {
    if (!Grammar.isWord(tokens, i, "to") || i + 1 >= tokens.size()) {
      return false;
    }
    int at = i + 1;
    while (at < tokens.size() - 1 && tokens.get(at).is("ADV")) {
      at++;
    }
    return Grammar.isVerbal(tokens.get(at));
  }

  /** "stated:" with the words behind the colon or in the next paragraph. */
  private void colon(Cue cue, int colon, List<Proposal> found) {
    List<Token> tokens = cue.sentence().tokens();
    if (colon + 1 < tokens.size()) {
      Frame frame =
          passages.opensAt(cue.sentence().index(), colon + 1) != null ? Frame.QUOTE : Frame.COLON;
      propose(cue, frame, frame == Frame.QUOTE ? "colon" : "", colon + 1, found);
      return;
    }
    int next = cue.sentence().index() + 1;
    if (next < passages.sentences().size()) {
      Quotation quotation = passages.opensAt(next, 0);
      if (quotation != null) {
        Features features = features(cue, Frame.QUOTE, "colon", cue.end());
        features.is("next paragraph");
        add(cue, Frame.QUOTE, "colon", List.of(quotation.outer()), features, found);
      }
    }
  }

  /** Proposes what begins at a word, once for every place where it may end. */
  private void propose(Cue cue, Frame frame, String word, int start, List<Proposal> found) {
    List<Token> tokens = cue.sentence().tokens();
    if (start >= tokens.size() || no.is(cue, frame, start)) {
      return;
    }
    Features beginning = features(cue, frame, word, start);
    for (EndFinder.End end : ends.find(cue.sentence(), frame, start)) {
      if (isBare(cue, frame, start, end.token())) {
        continue;
      }
      Features features = new Features(beginning);
      ends.note(cue.sentence(), frame, start, end, features);
      Span span = new Span(tokens.get(start).span().start(), end.place());
      add(cue, frame, word, List.of(span), features, found);
    }
  }

  /** "said Orlan", "told him", "asked where": a name, a pronoun or a small word says nothing. */
  private boolean isBare(Cue cue, Frame frame, int start, int end) {
    if (frame == Frame.QUOTE || frame == Frame.COLON) {
      return false;
    }
    if (end <= start + 1) {
      Token only = cue.sentence().tokens().get(start);
      return !only.is("NOUN");
    }
    NounPhrase phrase = Grammar.phraseFrom(passages.phrases(cue.sentence().index()), start);
    return frame == Frame.OBJECT
        && phrase != null
        && phrase.kind() == NounPhrase.Kind.NAME
        && (end <= phrase.last() + 1
            || Grammar.isWord(cue.sentence().tokens(), phrase.last() + 1, ","))
        && rates.tells(cue.lemma());
  }

  private void add(
      Cue cue,
      Frame frame,
      String word,
      List<Span> parts,
      Features features,
      List<Proposal> found) {
    if (parts.stream().allMatch(part -> part.length() > 0)) {
      found.add(new Proposal(cue, frame, word, parts, features));
    }
  }

  /** What is told before the telling. */
  private void before(Cue cue, List<Proposal> found) {
    if (cue.kind() == Cue.Kind.VERB) {
      new BeforeFrames(passages, this, ends, no).find(cue, found);
    }
  }

  /** What is noted about the telling and its frame, whatever the end. */
  Features features(Cue cue, Frame frame, String word, int start) {
    Features features = new Features();
    new CueNotes(passages, rates).note(cue, frame, word, start, features);
    return features;
  }
}
