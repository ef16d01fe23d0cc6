package org.tamga.corroboration.genealogy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Statement;
import org.tamga.corroboration.document.AnnotatedDocument;
import org.tamga.corroboration.document.Vicinity;
import org.tamga.corroboration.document.When;
import org.tamga.corroboration.genealogy.FigurePoint.DateIs;
import org.tamga.corroboration.wording.WordSections;
import org.tamga.corroboration.wording.Wording;
import org.tamga.text.Span;

/** Reads the figures of one document, with what the text around them tells of whom they count. */
final class FigureReader {
  static final String OWN = "it names the population itself";
  private static final String ADOPTED =
      ", because the same document gives no other population with this measure";
  private static final String SAME_SENTENCE = ", as the figure before it in the same sentence";

  private final FigureWords words;
  private final PlaceFinder places;
  private final SuccessionFinder successions;

  FigureReader() {
    Wording wording = Wording.english();
    WordSections figures = WordSections.read("en/figures.txt");
    this.words = new FigureWords(wording, figures);
    this.places = new PlaceFinder(WordSections.read("en/words.txt"));
    this.successions = new SuccessionFinder(figures);
  }

  /**
   * What one document gives.
   *
   * @param points its figures in the order of the text
   * @param told where its text says that one takes the place of another
   */
  record Figures(List<FigurePoint> points, List<Relation> told) {
    Figures {
      points = List.copyOf(points);
      told = List.copyOf(told);
    }
  }

  /** Reads one document. */
  Figures read(AnnotatedDocument source) {
    List<FigurePoint> points = new ArrayList<>();
    for (Figure figure : source.all(Figure.class)) {
      FigurePoint point = point(source, figure);
      FigurePoint before = points.isEmpty() ? null : points.getLast();
      points.add(before == null ? point : bare(source, point, before));
    }
    List<FigurePoint> named = points.stream().map(point -> named(point, points)).toList();
    List<Relation> told = new ArrayList<>();
    for (int i = 1; i < named.size(); i++) {
      Relation relation = told(source.text(), named.get(i - 1), named.get(i));
      if (relation != null) {
        told.add(relation);
      }
    }
    return new Figures(named, told);
  }

  private @Nullable Relation told(CitedText text, FigurePoint first, FigurePoint second) {
    SuccessionFinder.Succession found = successions.find(text, first, second);
    if (found == null || first.bounds().equals(second.bounds())) {
      return null;
    }
    FigurePoint now = found.isSecond() ? second : first;
    FigurePoint then = found.isSecond() ? first : second;
    return new Relation(
        Relation.Kind.SUPERSEDES,
        now.id(),
        then.id(),
        "the document says so with “" + found.cue() + "”");
  }

  private FigurePoint point(AnnotatedDocument source, Figure figure) {
    Vicinity passage = new Vicinity(source.text());
    Span sentence = passage.sentence(figure.target().span());
    Statement around = statement(source, figure);
    Span near = around == null ? sentence : within(sentence, around.target().reach());
    String measure =
        words.isUnit(figure.of()) ? null : words.measure(figure.measure(), figure.of());
    Population population = words.population(figure.of());
    Map<String, String> named = places.find(withoutDates(source, near));
    Set<String> besides = new LinkedHashSet<>(population.heads());
    besides.addAll(population.names());
    named
        .keySet()
        .forEach(place -> Wording.words(place).forEach(one -> besides.add(Wording.stem(one))));
    String said = around == null ? null : around.date();
    DateIs dateIs =
        figure.asOf() != null
            ? DateIs.AS_OF
            : said != null ? DateIs.SAID : source.published() != null ? DateIs.PUBLISHED : null;
    String date = figure.asOf() != null ? figure.asOf() : said != null ? said : source.published();
    return new FigurePoint(
        source.document(),
        source.file(),
        source.publisher(),
        figure,
        population,
        measure,
        measure != null && words.isLasting(measure),
        named.keySet(),
        List.copyOf(named.values()),
        words.occasion(source.text().at(sentence), besides),
        date,
        dateIs,
        When.parse(date),
        OWN);
  }

  /** The shortest statement that holds a figure; null where none does. */
  private static @Nullable Statement statement(AnnotatedDocument source, Figure figure) {
    Statement found = null;
    for (Statement one : source.all(Statement.class)) {
      Span reach = one.target().reach();
      if (reach.contains(figure.target().span())
          && (found == null || reach.length() < found.target().reach().length())) {
        found = one;
      }
    }
    return found;
  }

  private static Span within(Span sentence, Span statement) {
    int start = Math.max(sentence.start(), statement.start());
    return new Span(start, Math.max(start, Math.min(sentence.end(), statement.end())));
  }

  /** A month behind "in" is no place. */
  private static String withoutDates(AnnotatedDocument source, Span near) {
    StringBuilder kept = new StringBuilder();
    int at = near.start();
    for (Annotation date : source.all(DateExpression.class)) {
      Span span = date.target().span();
      if (near.contains(span) && span.start() >= at) {
        kept.append(source.text().at(new Span(at, span.start()))).append("0");
        at = span.end();
      }
    }
    return kept.append(source.text().at(new Span(at, near.end()))).toString();
  }

  /** A number by itself that follows on another is of what the other is of. */
  private FigurePoint bare(AnnotatedDocument source, FigurePoint point, FigurePoint before) {
    boolean isBare = point.figure().of() == null && point.measure() == null;
    if (!isBare
        || before.measure() == null
        || successions.find(source.text(), before, point) == null) {
      return point;
    }
    return with(point, before, before.measure(), before.populationLabel() + SAME_SENTENCE);
  }

  private static FigurePoint with(
      FigurePoint point, FigurePoint like, @Nullable String measure, String why) {
    return new FigurePoint(
        point.document(),
        point.file(),
        point.publisher(),
        point.figure(),
        like.population(),
        measure,
        like.isLasting(),
        point.places().isEmpty() ? like.places() : point.places(),
        point.places().isEmpty() ? like.placeNames() : point.placeNames(),
        point.occasion(),
        point.date(),
        point.dateIs(),
        point.when(),
        why);
  }

  /** "Those detained" are whom the document says that were detained, where it says of one only. */
  private static FigurePoint named(FigurePoint point, List<FigurePoint> all) {
    if (!point.population().isUnnamed() || point.measure() == null) {
      return point;
    }
    FigurePoint found = null;
    for (FigurePoint other : all) {
      if (!other.population().isUnnamed() && point.measure().equals(other.measure())) {
        boolean isOther =
            found != null
                && found.population().kinship(other.population()) != Population.Kinship.NAMED;
        if (isOther || areApart(point, other)) {
          return point;
        }
        found = found == null ? other : found;
      }
    }
    return found == null
        ? point
        : with(point, found, point.measure(), found.populationLabel() + ADOPTED);
  }

  private static boolean areApart(FigurePoint one, FigurePoint other) {
    return !one.places().isEmpty()
        && !other.places().isEmpty()
        && !Population.share(one.places(), other.places());
  }
}
