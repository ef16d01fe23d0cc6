package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.Extractor;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.text.Span;

/**
 * Finds who said what in English text.
 *
 * <p>A statement is put out if its proposal is at least {@value #LEAST_CONTENT} probable; its speaker
 * is named if one phrase is at least {@value #LEAST_SPEAKER} probable and stands for somebody.
 */
public final class StatementExtractor implements Extractor {
  /** Best balance of found and right on PolNeAR's development split. */
  static final double LEAST_CONTENT = 0.38;

  /**
   * What is no clause and no quotation ("denied the report") tells of an attitude as often as of a
   * saying; readers look for sayings, so it has to be likelier.
   */
  static final double LEAST_ATTITUDE = 0.6;

  /** Below this the speaker is left open. */
  static final double LEAST_SPEAKER = 0.4;

  private static final Anchor.Made MADE = new Anchor.Made("extraction/statement", "1");

  private final Vocabulary vocabulary = Vocabulary.standard();
  private final Weights contentWeights = Weights.read("content-weights.tsv");
  private final Weights speakerWeights = Weights.read("speaker-weights.tsv");
  private final Circumstances circumstances = new Circumstances(vocabulary);

  @Override
  public List<Statement> extract(DocumentContext context) {
    Passages passages = new Passages(context.analysis());
    SpeakerFinder speakers = new SpeakerFinder(passages);
    List<Statement> statements = new ArrayList<>();
    Turn before = null;
    for (Selection.Judged one : choose(passages)) {
      Proposal proposal = one.proposal();
      SpeakerFinder.Ranked best = speakers.rank(proposal, speakerWeights).getFirst();
      NounPhrase phrase = best.probability() >= LEAST_SPEAKER ? best.phrase() : null;
      Mention speaker = phrase == null ? null : context.cast().mention(phrase);
      if (proposal.frame() == Frame.ALONE && before != null && before.goesOn(passages, proposal)) {
        speaker = before.speaker();
      }
      boolean impersonal =
          phrase == null
              && (proposal.cue().kind() == Cue.Kind.ADJECTIVE
                  || proposal.cue().kind() == Cue.Kind.NOUN);
      if (impersonal) {
        continue;
      }
      Statement.Speech speech = speech(passages, proposal);
      statements.add(statement(context, proposal, speaker, speech));
      before = speech == Statement.Speech.DIRECT ? new Turn(proposal, speaker) : null;
    }
    return statements;
  }

  private List<Selection.Judged> choose(Passages passages) {
    List<Selection.Judged> judged = new ArrayList<>();
    for (Proposal proposal : new ProposalFinder(passages, vocabulary).find()) {
      double probability = Weights.probability(contentWeights.sum(proposal.features()));
      if (isParagraph(passages, proposal)) {
        probability = Math.max(probability, LEAST_CONTENT + 0.01);
      }
      if (proposal.frame().isTelling() || probability >= LEAST_ATTITUDE) {
        judged.add(new Selection.Judged(proposal, probability));
      }
    }
    return Selection.choose(judged, LEAST_CONTENT);
  }

  /** Whether it is a quotation that fills its paragraph; such a one is always somebody's words. */
  private static boolean isParagraph(Passages passages, Proposal proposal) {
    if (proposal.frame() != Frame.ALONE) {
      return false;
    }
    Span block = proposal.cue().sentence().block().span();
    return block.start() == proposal.reach().start()
        && block.end() == proposal.reach().end()
        && passages.isLong(proposal.reach());
  }

  private Statement statement(
      DocumentContext context,
      Proposal proposal,
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
        circumstances.date(context, proposal));
  }

  private static Statement.Speech speech(Passages passages, Proposal proposal) {
    boolean some = false;
    for (Quotation quotation : passages.quotations()) {
      for (Span part : proposal.parts()) {
        if (quotation.outer().contains(part) || part.equals(quotation.inner())) {
          return Statement.Speech.DIRECT;
        }
        some |= quotation.outer().overlaps(part);
      }
    }
    return some ? Statement.Speech.PARTIAL : Statement.Speech.INDIRECT;
  }

  /** The direct speech before, which a paragraph that is all quotation goes on with. */
  private record Turn(Proposal proposal, @Nullable Mention speaker) {
    boolean goesOn(Passages passages, Proposal next) {
      int from = proposal.cue().sentence().blockIndex();
      int to = next.cue().sentence().blockIndex();
      if (speaker == null || !passages.isNextMain(from, to)) {
        return false;
      }
      return next.features().has("ALONE continues") || isParagraph(passages, next);
    }
  }
}
