package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Mention;
import org.tamga.extraction.language.Analysis;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.language.QuotationIndex;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.Cast;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.extraction.mention.Party;
import org.tamga.text.Span;

/** A document's sentences with the quotations that can be relied on and the noun phrases. */
final class Passages {
  /** A quotation of fewer words is a borrowed expression; words in it may still tell. */
  private static final int SHORT = 4;

  /** In code points: enough to count words up to a sentence's number. */
  private static final int LOOKED_AT = 400;

  private final Analysis analysis;
  private final Cast cast;
  private final QuotationIndex index;
  private final NavigableSet<Integer> blocks = new TreeSet<>();
  private final List<Quotation> quotations = new ArrayList<>();
  private final List<boolean[]> quoted = new ArrayList<>();

  /** For each sentence, by word: the quotation that opens there. */
  private final List<Map<Integer, Quotation>> opening = new ArrayList<>();

  private final List<Map<Integer, Quotation>> closing = new ArrayList<>();

  Passages(Analysis analysis, Cast cast) {
    this.analysis = analysis;
    this.cast = cast;
    chooseQuotations();
    index = new QuotationIndex(quotations);
    int next = 0;
    for (Sentence sentence : analysis.sentences()) {
      blocks.add(sentence.blockIndex());
      boolean[] inside = new boolean[sentence.tokens().size()];
      Map<Integer, Quotation> opens = new HashMap<>();
      Map<Integer, Quotation> closes = new HashMap<>();
      while (next < quotations.size()
          && quotations.get(next).outer().end() <= sentence.span().start()) {
        next++;
      }
      for (int q = next; q < quotations.size(); q++) {
        Quotation quotation = quotations.get(q);
        if (quotation.outer().start() >= sentence.span().end()) {
          break;
        }
        mark(sentence, quotation, inside, opens, closes);
      }
      quoted.add(inside);
      opening.add(opens);
      closing.add(closes);
    }
  }

  private void mark(
      Sentence sentence,
      Quotation quotation,
      boolean[] inside,
      Map<Integer, Quotation> opens,
      Map<Integer, Quotation> closes) {
    boolean small = wordsIn(quotation) < SHORT;
    List<Token> tokens = sentence.tokens();
    int last = -1;
    boolean first = true;
    for (int i = 0; i < tokens.size(); i++) {
      Span span = tokens.get(i).span();
      if (!quotation.outer().overlaps(span)) {
        continue;
      }
      if (first && span.start() <= quotation.outer().start()) {
        opens.put(i, quotation);
      }
      first = false;
      last = i;
      inside[i] |= !small;
    }
    if (last >= 0 && tokens.get(last).span().end() >= quotation.outer().end()) {
      closes.put(last, quotation);
    }
  }

  int wordsIn(Quotation quotation) {
    Span inner = quotation.inner();
    int end = Math.min(inner.end(), inner.start() + LOOKED_AT);
    String words = text().at(new Span(inner.start(), end));
    int count = 0;
    boolean in = false;
    for (int i = 0; i < words.length() && count < 50; i++) {
      boolean letter = Character.isLetterOrDigit(words.charAt(i));
      count += letter && !in ? 1 : 0;
      in = letter || words.charAt(i) == '\'' || words.charAt(i) == '’';
    }
    return count;
  }

  /** Leaves out quotations whose missing mark leaves open where they begin or end. */
  private void chooseQuotations() {
    for (Quotation quotation : analysis.quotations()) {
      if (quotation.depth() > 0) {
        continue;
      }
      boolean whole = quotation.opened() && quotation.closed();
      if (whole
          || (quotation.opened() && (quotation.continues() || beginsSpeech(quotation)))
          || (!quotation.opened() && endsSpeech(quotation))) {
        quotations.add(quotation);
      }
    }
  }

  /** An opening mark at the start of a block or behind a colon or comma. */
  private boolean beginsSpeech(Quotation quotation) {
    int at = text().unit(quotation.outer().start()) - 1;
    String content = text().content();
    while (at >= 0 && (content.charAt(at) == ' ' || content.charAt(at) == '\u00a0')) {
      at--;
    }
    return at < 0 || "\n\r:,".indexOf(content.charAt(at)) >= 0;
  }

  /** A closing mark behind a stop, in a block that begins where the quotation does. */
  private boolean endsSpeech(Quotation quotation) {
    String content = text().content();
    int start = text().unit(quotation.outer().start());
    int end = text().unit(quotation.inner().end());
    boolean blockStart = start == 0 || "\n\r".indexOf(content.charAt(start - 1)) >= 0;
    return blockStart && end > 0 && ".,!?…".indexOf(content.charAt(end - 1)) >= 0;
  }

  /** Whether a quotation has more words than a borrowed expression. */
  boolean isLong(Quotation quotation) {
    return wordsIn(quotation) >= SHORT;
  }

  /** Whether one block is the next main block behind another. */
  boolean isNextMain(int block, int other) {
    return Integer.valueOf(other).equals(blocks.higher(block));
  }

  /** The first reliable quotation that reaches beyond a place, or null. */
  @Nullable Quotation quotationFrom(int place) {
    return index.next(place);
  }

  CitedText text() {
    return analysis.text();
  }

  List<Sentence> sentences() {
    return analysis.sentences();
  }

  List<Quotation> quotations() {
    return quotations;
  }

  List<NounPhrase> phrases(int sentence) {
    return cast.phrases(sentence);
  }

  /** The mention that a phrase makes; null where it stays open whom it stands for. */
  @Nullable Mention mention(NounPhrase phrase) {
    return cast.mention(phrase);
  }

  /** Whether a phrase names somebody known to be a person. */
  boolean isPerson(NounPhrase phrase) {
    Party party = cast.named(phrase);
    return party != null && party.kind() == Party.Kind.PERSON;
  }

  boolean[] quoted(int sentence) {
    return quoted.get(sentence);
  }

  /** The quotation whose opening mark is this word, or null. */
  @Nullable Quotation opensAt(int sentence, int token) {
    return opening.get(sentence).get(token);
  }

  /** The quotation whose closing mark is this word, or null. */
  @Nullable Quotation closesAt(int sentence, int token) {
    return closing.get(sentence).get(token);
  }
}
