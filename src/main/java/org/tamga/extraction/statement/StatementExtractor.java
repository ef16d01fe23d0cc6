package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.List;
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
 * <p>A statement is put out if its proposal is at least {@value #LEAST_CONTENT} probable; its
 * speaker is named if one phrase is at least {@value #LEAST_SPEAKER} probable and stands for
 * somebody.
 */
public final class StatementExtractor implements Extractor {
  /** Best balance of found and right on PolNeAR's development split. */
  static final double LEAST_CONTENT = 0.38;

  /**
   * What is no clause and no quotation ("denied the report") tells of an attitude as often as of a
   * saying; readers look for sayings, so it has to be likelier.
   */
  static final double LEAST_ATTITUDE = 0.58;

  /** Below this the speaker is left open. */
  static final double LEAST_SPEAKER = 0.4;

  private static final Anchor.Made MADE = new Anchor.Made("extraction/statement", "1");

  private final Rates rates = Rates.standard();
  private final Weights contentWeights = Weights.read("content-weights.tsv");
  private final Weights speakerWeights = Weights.read("speaker-weights.tsv");

  @Override
  public List<Statement> extract(DocumentContext context) {
    Passages passages = new Passages(context.analysis());
    List<Selection.Judged> judged = new ArrayList<>();
    for (Proposal proposal : new ProposalFinder(passages, rates).find()) {
      double probability = Weights.probability(contentWeights.sum(proposal.features()));
      if (proposal.frame().isTelling() || probability >= LEAST_ATTITUDE) {
        judged.add(new Selection.Judged(proposal, probability));
      }
    }
    SpeakerFinder speakers = new SpeakerFinder(passages);
    List<Statement> statements = new ArrayList<>();
    for (Selection.Judged one : Selection.choose(judged, LEAST_CONTENT)) {
      statements.add(statement(context, passages, speakers, one.proposal()));
    }
    return statements;
  }

  private Statement statement(
      DocumentContext context, Passages passages, SpeakerFinder speakers, Proposal proposal) {
    SpeakerFinder.Ranked best = speakers.rank(proposal, speakerWeights).getFirst();
    NounPhrase phrase = best.probability() >= LEAST_SPEAKER ? best.phrase() : null;
    Mention speaker = phrase == null ? null : context.cast().mention(phrase);
    String cue = proposal.cue().words(context.cited());
    return new Statement(
        context.anchor(Statement.TYPE, context.cited().quote(proposal.parts()), MADE),
        speaker,
        speech(passages, proposal),
        cue.isEmpty() ? null : cue,
        Statement.Polarity.AFFIRMED,
        Statement.Modality.ASSERTED,
        null,
        null,
        null);
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
}
