package org.tamga.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.extraction.allegation.AllegationExtractor;
import org.tamga.extraction.claim.DemandExtractor;
import org.tamga.extraction.claim.EventExtractor;
import org.tamga.extraction.claim.PositionExtractor;
import org.tamga.extraction.date.DateExtractor;
import org.tamga.extraction.figure.FigureExtractor;
import org.tamga.extraction.language.Analysis;
import org.tamga.extraction.language.LanguageAnalyser;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.extraction.letter.Correspondence;
import org.tamga.extraction.letter.LetterWords;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.mention.CastReader;
import org.tamga.extraction.statement.StatementExtractor;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;

/**
 * Runs the extractors over a document, one after another.
 *
 * <p>Each sees what those before it found. The result stands in the order of the text; two findings
 * of one kind and one step on the same words are one. One annotator serves one thread at a time.
 */
public final class Annotator {
  private static final Comparator<Annotation> ORDER =
      Comparator.comparing((Annotation annotation) -> annotation.target().span())
          .thenComparing(annotation -> annotation.type())
          .thenComparing(annotation -> annotation.id());

  private final LanguageAnalyser analyser;
  private final CastReader casts = new CastReader();
  private final LetterWords letters = LetterWords.of(Lexicon.read("en/letters.txt"));
  private final List<Extractor> extractors;

  /** An annotator that runs these extractors in their order. */
  public Annotator(LanguageModels models, List<Extractor> extractors) {
    this.analyser = new LanguageAnalyser(models);
    this.extractors = List.copyOf(extractors);
  }

  /** The annotator with every extractor that the program has. */
  public static Annotator standard(LanguageModels models) {
    return new Annotator(
        models,
        List.of(
            DateExtractor.english(),
            new StatementExtractor(),
            FigureExtractor.english(),
            DemandExtractor.english(),
            PositionExtractor.english(),
            EventExtractor.english(),
            AllegationExtractor.english()));
  }

  /** Names and versions of all steps of {@link #standard}; another one makes other annotations. */
  public static String version() {
    return Stream.of(
            DateExtractor.MADE,
            StatementExtractor.MADE,
            FigureExtractor.MADE,
            DemandExtractor.MADE,
            PositionExtractor.MADE,
            EventExtractor.MADE,
            AllegationExtractor.MADE)
        .map(made -> made.step() + " " + made.version())
        .collect(Collectors.joining(", "));
  }

  /**
   * Annotates one document.
   *
   * @param document {@code sha256:} and the digest of its sealed bytes
   * @param text its readable text
   * @param outside what is known of it from outside; goes before what it says itself
   */
  public List<Annotation> annotate(String document, ReadableText text, Metadata outside) {
    CitedText cited = new CitedText(text.content());
    Analysis analysis = analyser.analyse(text, cited);
    Metadata known = outside.orElse(text.metadata());
    DocumentContext context =
        new DocumentContext(
            document,
            text,
            known,
            cited,
            analysis,
            casts.read(analysis, known),
            new Correspondence(text, cited, known, letters),
            List.of());
    List<Annotation> found = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Extractor extractor : extractors) {
      for (Annotation annotation : extractor.extract(context)) {
        if (ids.add(annotation.id())) {
          cited.require(annotation.target());
          found.add(annotation);
        }
      }
      found.sort(ORDER);
      context = context.withEarlier(found);
    }
    return OneKind.of(found);
  }
}
