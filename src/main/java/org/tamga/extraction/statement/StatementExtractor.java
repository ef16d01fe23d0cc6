package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.Extractor;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.Cast;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.extraction.weight.Weights;
import org.tamga.text.Span;

/**
 * Finds who said what in English text.
 *
 * <p>A statement is put out if its proposal passes the {@link Threshold}; its speaker is named if
 * one phrase is at least {@value #LEAST_SPEAKER} probable and stands for somebody.
 */
public final class StatementExtractor implements Extractor {
  /** What is plainly somebody's words is worth at least this. */
  private static final double LEAST_PLAIN = Threshold.SPEECH + 0.05;

  /** Below this the speaker is left open. */
  static final double LEAST_SPEAKER = 0.2;

  /** In words; headlines are seldom half as long. */
  private static final int LONGEST_HEADLINE = 30;

  /** Its version is raised whenever its results may differ: then all is annotated again. */
  public static final Anchor.Made MADE = new Anchor.Made("extraction/statement", "3");

  private final Vocabulary vocabulary = Vocabulary.standard();
  private final Weights contentWeights =
      Weights.read(StatementExtractor.class, "content-weights.tsv");
  private final Weights speakerWeights =
      Weights.read(StatementExtractor.class, "speaker-weights.tsv");
  private final Threshold threshold = new Threshold(vocabulary.rates());
  private final NoSpeaker noSpeaker = new NoSpeaker();
  private final Circumstances circumstances = new Circumstances(vocabulary);

  @Override
  public List<Statement> extract(DocumentContext context) {
    Passages passages = new Passages(context.analysis(), context.cast());
    SpeakerFinder speakers = new SpeakerFinder(passages, noSpeaker);
    List<Statement> statements = new ArrayList<>();
    NavigableMap<Integer, DateExpression> dates = Circumstances.dates(context);
    Turn before = null;
    Voice last = null;
    for (Selection.Judged one : choose(passages)) {
      Proposal proposal = one.proposal();
      SpeakerFinder.Ranked best = speakers.best(proposal, speakerWeights);
      NounPhrase phrase = best.probability() >= LEAST_SPEAKER ? best.phrase() : null;
      boolean told = proposal.cue().kind() != Cue.Kind.NONE;
      if (phrase != null
          && (isCompressed(proposal, phrase) || !context.cast().maySpeak(phrase, told))) {
        phrase = null;
      }
      Mention speaker = phrase == null ? null : speaker(context, phrase);
      if (phrase != null && last != null && last.goesOnAs(context.cast(), phrase)) {
        speaker = last.as(context.cited(), phrase);
      }
      if (proposal.frame() == Frame.ALONE && before != null && before.goesOn(passages, proposal)) {
        speaker = before.speaker();
      }
      boolean open = phrase == null || !proposal.frame().isTelling();
      boolean unnamed = open && speaker == null && !isParagraph(passages, proposal);
      if (unnamed && one.probability() < threshold.leastUnnamed(proposal)) {
        continue;
      }
      Statement.Speech speech = speech(passages, proposal);
      statements.add(statement(context, proposal, dates, speaker, speech));
      last = speaker == null ? null : new Voice(proposal.cue().sentence(), speaker);
      before = speech == Statement.Speech.DIRECT ? new Turn(proposal, speaker) : null;
    }
    return statements;
  }

  /**
   * Whom a phrase stands for; "I", "we" and "you" in a letter are who writes and who is written to.
   */
  private static @Nullable Mention speaker(DocumentContext context, NounPhrase phrase) {
    List<String> meant = context.letter().meant(Grammar.lower(phrase.headToken()));
    return meant.size() == 1
        ? Mention.of(context.cited(), phrase.span(), meant.getFirst(), null)
        : context.cast().mention(phrase);
  }

  /**
   * Headlines leave words out, so that a stray noun looks like the one who speaks; there only a
   * phrase that fills all the room before or behind the telling counts.
   */
  private static boolean isCompressed(Proposal proposal, NounPhrase phrase) {
    List<Token> tokens = proposal.cue().sentence().tokens();
    if (!isHeadline(proposal.cue().sentence())) {
      return false;
    }
    boolean before = phrase.first() == 0 && phrase.last() == proposal.cue().first() - 1;
    boolean behind = phrase.first() == proposal.cue().end() || phrase.last() == tokens.size() - 1;
    return !before && !behind;
  }

  private static boolean isHeadline(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    boolean fills = sentence.span().equals(sentence.block().span());
    boolean stops = Grammar.isStop(tokens.getLast()) || Grammar.isQuoteMark(tokens.getLast());
    return fills && !stops && tokens.size() <= LONGEST_HEADLINE;
  }

  /** In a headline only words count that hardly ever do anything but tell. */
  private boolean isHeadlineNoise(Proposal proposal) {
    return proposal.cue().kind() == Cue.Kind.VERB
        && isHeadline(proposal.cue().sentence())
        && !vocabulary.rates().tells(proposal.cue().lemma());
  }

  /** A quotation that begins with capitals and ends without a stop names a work. */
  private static boolean isTitle(Passages passages, Proposal proposal) {
    Quotation quotation = passages.quotationFrom(proposal.span().start());
    if (quotation == null || quotation.outer().start() != proposal.span().start()) {
      return false;
    }
    String words = passages.text().at(quotation.inner());
    boolean stop = ".,!?…".indexOf(words.charAt(words.length() - 1)) >= 0;
    boolean alone = proposal.frame() == Frame.ALONE;
    return (!stop && LoneQuotations.titled(words)) || (alone && LoneQuotations.isName(words));
  }

  private List<Selection.Judged> choose(Passages passages) {
    PlainSpeech telling = new PlainSpeech(passages, vocabulary.rates());
    Set<Proposal> plain = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Selection.Judged> judged = new ArrayList<>();
    for (Proposal proposal : new ProposalFinder(passages, vocabulary).find()) {
      double probability = Weights.probability(contentWeights.sum(proposal.features()));
      if (isTitle(passages, proposal) || isHeadlineNoise(proposal)) {
        continue;
      }
      if (isParagraph(passages, proposal) || proposal.cue().kind() == Cue.Kind.TURN) {
        probability = Math.max(probability, LEAST_PLAIN);
      }
      if (telling.isPlain(proposal)) {
        plain.add(proposal);
      }
      judged.add(new Selection.Judged(proposal, probability));
    }
    List<Selection.Judged> whole = Interruptions.whole(judged, plain, LEAST_PLAIN);
    return Selection.choose(threshold.passing(whole), Threshold.SPEECH);
  }

  /** Whether it is a quotation that fills its paragraph; such a one is always somebody's words. */
  private static boolean isParagraph(Passages passages, Proposal proposal) {
    if (proposal.frame() != Frame.ALONE) {
      return false;
    }
    Span block = proposal.cue().sentence().block().span();
    Quotation quotation = passages.quotationFrom(proposal.span().start());
    return block.start() == proposal.reach().start()
        && block.end() == proposal.reach().end()
        && quotation != null
        && passages.isLong(quotation);
  }

  private Statement statement(
      DocumentContext context,
      Proposal proposal,
      NavigableMap<Integer, DateExpression> dates,
      @Nullable Mention speaker,
      Statement.Speech speech) {
    String cue = proposal.cue().words(context.cited());
    return new Statement(
        context.anchor(Statement.TYPE, context.cited().quote(proposal.parts()), MADE),
        speaker,
        speech,
        cue.isEmpty() ? null : cue,
        circumstances.polarity(proposal),
        circumstances.modality(context, proposal),
        circumstances.addressee(context, proposal),
        circumstances.medium(context, proposal),
        circumstances.date(dates, proposal));
  }

  private static Statement.Speech speech(Passages passages, Proposal proposal) {
    if (proposal.features().has("TURN of several")) {
      return Statement.Speech.DIRECT;
    }
    Span span = proposal.span();
    Quotation quotation = passages.quotationFrom(span.start());
    if (quotation == null || !quotation.outer().overlaps(span)) {
      return Statement.Speech.INDIRECT;
    }
    return quotation.outer().contains(span) ? Statement.Speech.DIRECT : Statement.Speech.PARTIAL;
  }

  /**
   * Who spoke last: "…, said the judge, Dana Orlan. She added that": whoever goes on speaking in
   * the next sentence is the same.
   */
  private record Voice(Sentence sentence, Mention speaker) {
    boolean goesOnAs(Cast cast, NounPhrase phrase) {
      boolean next = phrase.sentence().index() - sentence.index() == 1;
      boolean same = phrase.sentence().blockIndex() - sentence.blockIndex() <= 2;
      return next
          && same
          && phrase.first() <= 1
          && phrase.kind() == NounPhrase.Kind.PRONOUN
          && cast.mayBe(Grammar.lower(phrase.headToken()), speaker.name());
    }

    Mention as(CitedText cited, NounPhrase phrase) {
      return Mention.of(cited, phrase.span(), speaker.name(), speaker.role());
    }
  }

  /** The direct speech before, which a paragraph that is all quotation goes on with. */
  private record Turn(Proposal proposal, @Nullable Mention speaker) {
    /** “…,” she said. “…”: the next sentence is all quotation. */
    private boolean isRightBehind(Proposal next) {
      Sentence before = proposal.cue().sentence();
      Sentence here = next.cue().sentence();
      return proposal.cue().kind() == Cue.Kind.VERB
          && here.blockIndex() == before.blockIndex()
          && here.index() == before.index() + 1
          && next.span().start() == here.span().start();
    }

    boolean goesOn(Passages passages, Proposal next) {
      int from = proposal.cue().sentence().blockIndex();
      int to = next.cue().sentence().blockIndex();
      if (speaker == null) {
        return false;
      }
      if (isRightBehind(next)) {
        return true;
      }
      if (!passages.isNextMain(from, to)) {
        return false;
      }
      return next.features().has("ALONE continues") || isParagraph(passages, next);
    }
  }
}
