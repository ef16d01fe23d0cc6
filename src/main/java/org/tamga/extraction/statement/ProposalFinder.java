package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.text.Span;

/** Proposes the stretches of words that a cue may tell of, with what is noted about each. */
final class ProposalFinder {
  /** What is told begins within so many words of the telling. */
  private static final int NEAR = 16;

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
    for (Quotation quotation : passages.quotations()) {
      alone(quotation, found);
    }
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
    if (isGap(cue)) {
      propose(cue, Frame.CLAUSE, "gap", cue.end(), found);
    }
    int last = Math.min(tokens.size(), cue.end() + NEAR);
    boolean phraseSeen = false;
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
        propose(cue, phraseSeen ? Frame.OBJECT_INFINITIVE : Frame.INFINITIVE, "", i, found);
        return;
      }
      if (token.text().equals(";") || (i > cue.end() && token.is("VERB"))) {
        return;
      }
      phraseSeen |= openFrames(cue, i, found);
    }
  }

  /** The frames that begin right behind the telling, or behind whom it was told and when. */
  private boolean openFrames(Cue cue, int i, List<Proposal> found) {
    List<Token> tokens = cue.sentence().tokens();
    List<NounPhrase> phrases = passages.phrases(cue.sentence().index());
    Token token = tokens.get(i);
    boolean first = onlyAdverbs(tokens, cue.end(), i);
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
    if (cue.kind() == Cue.Kind.VERB && (joined || (there && phrase == null))) {
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

  private static boolean onlyAdverbs(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!tokens.get(i).is("ADV") && !tokens.get(i).is("PART")) {
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

  /** A quotation that no word introduces. */
  private void alone(Quotation quotation, List<Proposal> found) {
    Sentence sentence = sentenceAt(quotation.outer().start());
    if (sentence == null || no.isUnsaid(sentence)) {
      return;
    }
    int open = 0;
    while (open < sentence.tokens().size() - 1
        && sentence.tokens().get(open).span().start() < quotation.outer().start()) {
      open++;
    }
    Cue cue = new Cue(sentence, open, open, Cue.Kind.NONE, "-", Cue.Shape.NONE, false, "");
    Features features = new Features();
    String frame = "ALONE ";
    features.is(frame);
    String words = passages.text().at(quotation.inner());
    int count = passages.wordsIn(quotation);
    features.is(frame + "words " + Features.step(count));
    char last = words.charAt(words.length() - 1);
    features.is(frame + "ends " + (Character.isLetterOrDigit(last) ? "word" : last));
    features.is(frame + "begins small", Character.isLowerCase(words.codePointAt(0)));
    boolean whole = sentence.span().start() == quotation.outer().start();
    features.is(frame + "whole", whole);
    features.is(frame + "whole words " + Features.step(count), whole);
    boolean block = quotation.outer().start() == sentence.block().span().start();
    features.is(frame + "block start", block);
    features.is(frame + "continues", quotation.continues());
    features.is(frame + "unclosed", !quotation.closed());
    features.is(frame + "unopened", !quotation.opened());
    features.is(frame + "titled", titled(words));
    char mark = passages.text().content().charAt(passages.text().unit(quotation.outer().start()));
    features.is(frame + "single", mark == '‘' || mark == '\'');
    add(cue, Frame.ALONE, "", List.of(quotation.outer()), features, found);
  }

  /** Whether most words begin with a capital, as in the title of a work. */
  static boolean titled(String words) {
    int capitals = 0;
    int all = 0;
    boolean start = true;
    for (int i = 0; i < words.length() && all < 12; i++) {
      char unit = words.charAt(i);
      if (Character.isLetter(unit) && start) {
        all++;
        capitals += Character.isUpperCase(unit) ? 1 : 0;
      }
      start = Character.isWhitespace(unit);
    }
    return all > 1 && capitals * 3 >= all * 2;
  }

  @Nullable Sentence sentenceAt(int place) {
    int low = 0;
    int high = passages.sentences().size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Sentence sentence = passages.sentences().get(middle);
      if (place < sentence.span().start()) {
        high = middle - 1;
      } else if (place >= sentence.span().end()) {
        low = middle + 1;
      } else {
        return sentence;
      }
    }
    return null;
  }

  /** What is noted about the telling and its frame, whatever the end. */
  Features features(Cue cue, Frame frame, String word, int start) {
    Features features = new Features();
    new CueNotes(passages, rates).note(cue, frame, word, start, features);
    return features;
  }
}
