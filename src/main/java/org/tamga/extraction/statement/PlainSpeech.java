package org.tamga.extraction.statement;

import java.util.List;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.text.Span;

/**
 * Knows speech that nobody can mistake: whole quotations or sentences with "said the mayor" behind.
 *
 * <p>However short the words or unusual what they are about, they are a statement. Counted weights
 * alone would judge them by their length.
 */
final class PlainSpeech {
  private final Passages passages;
  private final Rates rates;

  PlainSpeech(Passages passages, Rates rates) {
    this.passages = passages;
    this.rates = rates;
  }

  /** Whether the words are plainly said by the subject of the telling. */
  boolean isPlain(Proposal proposal) {
    Cue cue = proposal.cue();
    boolean verb = cue.kind() == Cue.Kind.VERB && cue.shape() == Cue.Shape.FINITE && !cue.negated();
    if (proposal.word().equals(ProposalFinder.GAP)) {
      return verb && isToSentenceEnd(proposal) && subjectTouches(cue);
    }
    return verb
        && rates.tells(cue.lemma())
        && switch (proposal.frame()) {
          case QUOTE_BEFORE -> isQuotation(proposal) && hasSubject(proposal);
          case QUOTE -> isQuotation(proposal) && isSetOff(proposal);
          case BEFORE -> isSentence(proposal) && hasSubject(proposal);
          case THAT,
              QUESTION,
              CLAUSE,
              COLON,
              INFINITIVE,
              OBJECT_INFINITIVE,
              PREPOSITION,
              OBJECT,
              GERUND,
              ALONE ->
              false;
        };
  }

  /** "which the office found may amount to": whoever finds stands right before the telling. */
  private boolean subjectTouches(Cue cue) {
    return Grammar.phraseTo(passages.phrases(cue.sentence().index()), cue.first() - 1) != null;
  }

  private static boolean isToSentenceEnd(Proposal proposal) {
    List<Token> tokens = proposal.cue().sentence().tokens();
    return proposal.span().end() == tokens.get(EndFinder.sentenceEnd(tokens) - 1).span().end();
  }

  /** Every piece is a quotation, and the first ends with a stop or has a comma behind it. */
  private boolean isQuotation(Proposal proposal) {
    for (Span part : proposal.parts()) {
      Quotation quotation = passages.quotationFrom(part.start());
      if (quotation == null || !quotation.outer().equals(part)) {
        return false;
      }
    }
    String content = passages.text().content();
    int end = passages.text().unit(proposal.span().end());
    boolean comma = end < content.length() && content.charAt(end) == ',';
    return comma || stopsInside(proposal.span());
  }

  private boolean stopsInside(Span quotation) {
    Quotation whole = passages.quotationFrom(quotation.start());
    if (whole == null) {
      return false;
    }
    String words = passages.text().at(whole.inner());
    return ",.!?…".indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  /** A comma or a colon right before the quotation, which then begins like a sentence. */
  private boolean isSetOff(Proposal proposal) {
    List<Token> tokens = proposal.cue().sentence().tokens();
    for (int i = proposal.cue().end(); i < tokens.size(); i++) {
      if (tokens.get(i).span().start() >= proposal.span().start()) {
        String before = tokens.get(i - 1).text();
        return (before.equals(",") || before.equals(":")) && stopsInside(proposal.span());
      }
    }
    return false;
  }

  /**
   * From the first word of a sentence to the comma, with a verb, and nothing behind the telling.
   */
  private boolean isSentence(Proposal proposal) {
    List<Token> tokens = proposal.cue().sentence().tokens();
    Span span = proposal.span();
    return proposal.parts().size() == 1
        && span.start() == tokens.getFirst().span().start()
        && tokens.stream().anyMatch(token -> span.contains(token.span()) && token.is("AUX"));
  }

  /** A noun phrase touches the telling on either side, and fills the room up to what was said. */
  private boolean hasSubject(Proposal proposal) {
    Cue cue = proposal.cue();
    List<Token> tokens = cue.sentence().tokens();
    List<NounPhrase> phrases = passages.phrases(cue.sentence().index());
    if (proposal.frame() == Frame.BEFORE && BeforeFrames.apposed(cue, phrases) != null) {
      return true;
    }
    int boundary = 0;
    while (boundary < cue.first() && tokens.get(boundary).span().start() < proposal.span().end()) {
      boundary++;
    }
    while (boundary < cue.first() && tokens.get(boundary).is("PUNCT")) {
      boundary++;
    }
    int behind = cue.end();
    if (boundary == cue.first()) {
      return Grammar.phraseFrom(phrases, behind) != null;
    }
    NounPhrase subject = Grammar.phraseFrom(phrases, boundary);
    boolean alone = behind >= EndFinder.sentenceEnd(tokens);
    boolean free = alone || !tokens.get(behind).is("SCONJ");
    return subject != null && subject.last() == cue.first() - 1 && free;
  }
}
