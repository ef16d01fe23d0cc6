package org.tamga.extraction.statement;

import java.util.List;
import java.util.Set;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.language.WordList;
import org.tamga.extraction.mention.NounPhrase;

/**
 * Knows the phrases that can never be the one who speaks, whatever the weights say: times, places,
 * forms of address, those who are spoken to, and the saying itself.
 */
final class NoSpeaker {
  /** A dateline takes up no more words than this. */
  private static final int DATELINE = 14;

  private final Set<String> words = WordList.words(NounPhrase.class, "no-names.txt");
  private final Set<String> places = WordList.words(NoSpeaker.class, "place-prepositions.txt");
  private final Set<String> feelings = WordList.words(NoSpeaker.class, "feeling-words.txt");
  private final Set<String> times = WordList.words(NounPhrase.class, "time-words.txt");
  private final Set<String> clauses = WordList.words(NoSpeaker.class, "circumstance-words.txt");
  private final Set<String> offices = WordList.words(NoSpeaker.class, "office-words.txt");
  private final Set<String> documents = WordList.words(NounPhrase.class, "documents.txt");

  /** Whether a phrase in the sentence of the telling is out of the question. */
  boolean is(Proposal proposal, NounPhrase phrase) {
    Cue cue = proposal.cue();
    return isNobody(phrase)
        || isGoverned(phrase)
        || isOutside(phrase, cue)
        || isObjectBefore(phrase, cue)
        || isSaying(phrase, cue)
        || (phrase.isAsker() && phrase.first() - 2 != cue.main())
        || (cue.shape() == Cue.Shape.PASSIVE && isSpokenTo(phrase, cue));
  }

  /** "a spokesman for Orlan said": the one of whom somebody speaks is not who speaks. */
  private boolean isGoverned(NounPhrase phrase) {
    Sentence sentence = phrase.sentence();
    int before = phrase.first() - 1;
    if (before < 1
        || !sentence.tokens().get(before).is("ADP")
        || Grammar.isWord(sentence.tokens(), before, "by")) {
      return false;
    }
    Token head = sentence.tokens().get(before - 1);
    return head.is("NOUN") && offices.contains(head.lemma());
  }

  /** "She left the hall and said": what the first verb is about does not speak in the second. */
  private static boolean isObjectBefore(NounPhrase phrase, Cue cue) {
    List<Token> tokens = phrase.sentence().tokens();
    int at = cue.first() - 1;
    if (at < 1 || cue.kind() != Cue.Kind.VERB || !tokens.get(at).is("CCONJ")) {
      return false;
    }
    at -= Grammar.isWord(tokens, at - 1, ",") ? 2 : 1;
    return phrase.last() == at && phrase.first() > 0;
  }

  /** "quoted a letter in which a pupil writes": who stands outside such a clause is not in it. */
  private static boolean isOutside(NounPhrase phrase, Cue cue) {
    List<Token> tokens = phrase.sentence().tokens();
    for (int i = phrase.last() + 2; i < cue.first(); i++) {
      boolean which = Grammar.isWord(tokens, i, "which") || Grammar.isWord(tokens, i, "whom");
      if (which && tokens.get(i - 1).is("ADP") && !tokens.get(i - 2).is("PUNCT")) {
        return true;
      }
    }
    return false;
  }

  /** "his claim that": the claim is not who makes it. */
  private static boolean isSaying(NounPhrase phrase, Cue cue) {
    List<Token> tokens = phrase.sentence().tokens();
    boolean possessed = phrase.first() < phrase.head() && tokens.get(phrase.first()).is("PRON");
    return phrase.head() == cue.main() && possessed;
  }

  /** Whether a phrase, wherever it stands, is no person, body or document. */
  boolean isNobody(NounPhrase phrase) {
    String head = Grammar.lower(phrase.headToken());
    boolean single = phrase.first() == phrase.head();
    return times.contains(head)
        || (single && words.contains(head))
        || isPredicate(phrase)
        || isPlace(phrase)
        || isInDateline(phrase);
  }

  /** "wishes to remain anonymous": what somebody is, not somebody. */
  private static boolean isPredicate(NounPhrase phrase) {
    List<Token> tokens = phrase.sentence().tokens();
    Token first = tokens.get(phrase.first());
    boolean bare = phrase.kind() == NounPhrase.Kind.COMMON && (first.is("ADJ") || first.is("NOUN"));
    if (!bare || phrase.first() == 0) {
      return false;
    }
    return switch (tokens.get(phrase.first() - 1).lemma()) {
      case "be", "remain", "become", "stay" -> true;
      default -> false;
    };
  }

  /** "in Belut", "at the gate"; but a document stands there too ("in its report"). */
  private boolean isPlace(NounPhrase phrase) {
    if (phrase.kind() == NounPhrase.Kind.PRONOUN || phrase.kind() == NounPhrase.Kind.RELATIVE) {
      return false;
    }
    int before = phrase.first() - 1;
    return before >= 0
        && places.contains(Grammar.lower(phrase.sentence().tokens().get(before)))
        && phrase.sentence().tokens().get(before).is("ADP")
        && !isClause(phrase)
        && !documents.contains(phrase.headToken().lemma());
  }

  /** "after the owner said": a clause, and no point in time. */
  private boolean isClause(NounPhrase phrase) {
    List<Token> tokens = phrase.sentence().tokens();
    int behind = phrase.last() + 1;
    return clauses.contains(Grammar.lower(tokens.get(phrase.first() - 1)))
        && behind < tokens.size()
        && Grammar.isVerbal(tokens.get(behind));
  }

  /** "BELUT (MW) — …": the place before the dash, if nothing there is a verb. */
  private static boolean isInDateline(NounPhrase phrase) {
    Sentence sentence = phrase.sentence();
    List<Token> tokens = sentence.tokens();
    String first = tokens.getFirst().text();
    boolean capitals = first.length() > 2 && first.equals(first.toUpperCase(java.util.Locale.ROOT));
    if (sentence.span().start() != sentence.block().span().start()
        || !(capitals || tokens.getFirst().is("PROPN"))) {
      return false;
    }
    for (int i = 1; i < Math.min(DATELINE, tokens.size()); i++) {
      Token token = tokens.get(i);
      if (Grammar.isVerbal(token)) {
        return false;
      }
      capitals |= token.text().equals("(");
      if (Grammar.isDash(token)) {
        return capitals && phrase.last() < i;
      }
    }
    return false;
  }

  /** "were told that": the subject of a passive is not who says it, unless it tells a feeling. */
  private boolean isSpokenTo(NounPhrase phrase, Cue cue) {
    List<Token> tokens = phrase.sentence().tokens();
    return !feelings.contains(cue.lemma())
        && cue.kind() == Cue.Kind.VERB
        && !Grammar.isWord(tokens, phrase.first() - 1, "by");
  }
}
