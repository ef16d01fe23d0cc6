package org.tamga.extraction.statement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.extraction.weight.Features;

/** Notes what speaks for or against a word's telling of a saying, in the frame proposed. */
final class CueNotes {
  /** So many made-up sightings at the frame's own rate keep rare words near that rate. */
  private static final double PRIOR = 4;

  /** Words seen so often in a frame get a weight of their own. */
  private static final int OFTEN = 12;

  private final Passages passages;
  private final Rates rates;

  CueNotes(Passages passages, Rates rates) {
    this.passages = passages;
    this.rates = rates;
  }

  void note(Cue cue, Frame frame, String word, int start, Features features) {
    String name = frame.name() + ' ';
    List<Token> tokens = cue.sentence().tokens();
    features.is(name + cue.kind());
    double frameRate = rate(features, cue, frame, word);
    features.number("rate", frameRate);
    features.number(name + "rate", frameRate);
    features.is(name + cue.shape());
    features.is("shape " + cue.shape());
    features.is(name + "negated", cue.negated());
    features.is("modal " + cue.modal(), !cue.modal().isEmpty());
    features.is(name + "modal", !cue.modal().isEmpty());
    int gap = start - cue.end();
    features.is(name + "gap " + Features.step(Math.abs(gap)));
    features.is(name + "starts " + Grammar.sort(tokens, start));
    boolean comma = false;
    for (int i = cue.end(); i < start && i < tokens.size(); i++) {
      comma |= tokens.get(i).text().equals(",");
    }
    features.is(name + "comma", comma);
    NounPhrase subject = left(cue);
    String subjectKind = subject == null ? "none" : subject.kind().name();
    features.is(name + "subject " + subjectKind);
    features.is("subject " + subjectKind);
    if (subject != null) {
      String head = subject.headToken().text().toLowerCase(Locale.ROOT);
      boolean small =
          subject.kind() == NounPhrase.Kind.PRONOUN || subject.kind() == NounPhrase.Kind.RELATIVE;
      features.is("subject word " + head, small);
      features.is("subject plural", head.endsWith("s") && !small);
    }
    features.is(name + "left " + Grammar.sort(tokens, cue.first() - 1));
    features.is(name + "next " + Grammar.sort(tokens, start + 1));
    words(cue, name, subject, start, features);
    String steps = rateStep(frameRate);
    features.is(name + "rate " + steps);
    features.is("rate " + steps + ' ' + cue.shape() + ' ' + subjectKind);
    features.is(name + cue.shape() + ' ' + subjectKind);
    features.is(name + "told before " + toldBefore(cue));
    boolean quoteBehind = false;
    for (int i = start; i < tokens.size() && !quoteBehind; i++) {
      quoteBehind = passages.opensAt(cue.sentence().index(), i) != null;
    }
    features.is(name + "quotation behind", quoteBehind);
  }

  /** Which words stand around: what is told of, who tells, and how the word that tells is bent. */
  private void words(
      Cue cue, String name, @Nullable NounPhrase subject, int start, Features features) {
    List<Token> tokens = cue.sentence().tokens();
    NounPhrase object = Grammar.phraseFrom(passages.phrases(cue.sentence().index()), start);
    if (object != null) {
      features.is(name + "object " + object.kind());
      features.is(name + "object " + object.headToken().lemma());
      boolean fills = object.last() + 1 >= EndFinder.sentenceEnd(tokens);
      features.is(name + "object ends", fills);
    }
    if (subject != null && subject.kind() == NounPhrase.Kind.COMMON) {
      features.is("subject " + subject.headToken().lemma());
    }
    if (subject != null) {
      features.is("subject words " + Math.min(3, subject.last() - subject.first()));
      features.is("subject before " + Grammar.sort(tokens, subject.first() - 1));
      features.is("subject first", subject.first() == 0);
    }
    String form = form(tokens.get(cue.main()));
    features.is(name + "form " + form);
    features.is("form " + form + ' ' + cue.shape());
    features.is("lemma " + cue.lemma() + ' ' + cue.shape());
    features.is("lemma " + cue.lemma() + " next " + Grammar.sort(tokens, cue.end()));
    features.is("aux " + (cue.first() < cue.main() ? tokens.get(cue.first()).lemma() : "-"));
  }

  private static String form(Token token) {
    String lower = Grammar.lower(token);
    return lower.endsWith("ing")
        ? "ing"
        : lower.equals(token.lemma())
            ? "base"
            : lower.endsWith("s") ? "s" : lower.endsWith("ed") ? "ed" : "other";
  }

  static String rateStep(double odds) {
    return String.valueOf((int) Math.floor(odds));
  }

  /** Whether a word that nearly always tells stands before in the sentence, and how near. */
  private String toldBefore(Cue cue) {
    List<Token> tokens = cue.sentence().tokens();
    boolean[] quoted = passages.quoted(cue.sentence().index());
    boolean comma = false;
    for (int i = cue.first() - 1; i >= 0; i--) {
      comma |= tokens.get(i).text().equals(",");
      if (!quoted[i] && tokens.get(i).is("VERB") && rates.tells(tokens.get(i).lemma())) {
        return comma ? "apart" : "near";
      }
    }
    return "none";
  }

  /** The log odds of the rate of this word in this frame. */
  private double rate(Features features, Cue cue, Frame frame, String word) {
    Proposal plain = new Proposal(cue, frame, word, List.of(cue.sentence().span()), features);
    double[] row = rates.of(plain.rateKey());
    double[] all =
        rates.of(
            Rates.key(
                "*",
                cue.kind().name().toLowerCase(Locale.ROOT),
                frame.name().toLowerCase(Locale.ROOT)));
    double base = (all[1] + 1) / (all[0] + 4);
    double[] lemma =
        rates.of(Rates.key(cue.lemma(), cue.kind().name().toLowerCase(Locale.ROOT), "*"));
    double ofLemma = (lemma[1] + PRIOR * base) / (lemma[0] + PRIOR);
    double mixed = (base + ofLemma) / 2;
    double rate = (row[1] + PRIOR * mixed) / (row[0] + PRIOR);
    features.is("word " + plain.rateKey().replace('\t', ' '), row[0] >= OFTEN);
    features.is("seen " + Features.step((int) row[0]));
    double lemmaOdds = Math.log(ofLemma / (1 - ofLemma));
    features.number("lemma rate", lemmaOdds);
    return Math.log(rate / (1 - rate));
  }

  /** The phrase that ends right before the telling, over adverbs and a closing comma. */
  private @Nullable NounPhrase left(Cue cue) {
    List<Token> tokens = cue.sentence().tokens();
    int at = cue.first() - 1;
    while (at >= 0 && (tokens.get(at).is("ADV") || tokens.get(at).text().equals(","))) {
      at--;
    }
    return Grammar.phraseTo(passages.phrases(cue.sentence().index()), at);
  }
}
