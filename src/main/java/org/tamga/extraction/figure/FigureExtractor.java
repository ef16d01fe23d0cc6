package org.tamga.extraction.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Voice;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.Extractor;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Enclosure;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;
import org.tamga.text.Span;

/**
 * Finds how many of whom or what: low and high bound, what is counted, in what respect, according
 * to whom.
 *
 * <p>A share keeps its number and counts "percent of" something; a sum of money counts its
 * currency. The same figure of the same people in the same voice is put out once, where it comes
 * first.
 */
public final class FigureExtractor implements Extractor {
  /** Its version is raised whenever its results may differ: then all is annotated again. */
  public static final Anchor.Made MADE = new Anchor.Made("extraction/figure", "2");

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final QuantityFinder quantities;
  private final CountedPhrase counted;
  private final FigureMeasure measures;
  private final FigureFilter filter;
  private final BareNumbers bare;
  private final FigureSource.Words words;
  private final Set<String> asOf;
  private final PartyReader parties;
  private final SubjectFinder subjects;

  /** An extractor with the words of numbers and of clauses. */
  public FigureExtractor(Lexicon lexicon, Lexicon clauses) {
    quantities = new QuantityFinder(lexicon);
    counted = new CountedPhrase(lexicon);
    measures = new FigureMeasure(lexicon);
    filter = new FigureFilter(lexicon);
    bare = new BareNumbers(lexicon);
    words = FigureSource.Words.of(lexicon);
    asOf = lexicon.words("as of");
    parties = new PartyReader(clauses);
    subjects = new SubjectFinder(clauses, parties);
  }

  /** The extractor for English. */
  public static FigureExtractor english() {
    return new FigureExtractor(Lexicon.read("en/figures.txt"), Lexicon.read("en/clauses.txt"));
  }

  @Override
  public List<Figure> extract(DocumentContext context) {
    var dates =
        context.earlier(DateExpression.class).stream().map(date -> date.target().span()).toList();
    var enclosure = new Enclosure(context);
    var source = new FigureSource(context, words, parties, subjects);
    var found = new ArrayList<Figure>();
    Set<List<@Nullable Object>> seen = new HashSet<>();
    int nextDate = 0;
    for (var sentence : context.analysis().sentences()) {
      while (nextDate < dates.size() && dates.get(nextDate).end() <= sentence.span().start()) {
        nextDate++;
      }
      var here = new ArrayList<Span>();
      for (int i = nextDate;
          i < dates.size() && dates.get(i).start() < sentence.span().end();
          i++) {
        here.add(dates.get(i));
      }
      for (var figure : figures(context, sentence, here, enclosure, source)) {
        var by = figure.by() == null ? null : figure.by().name();
        var of = figure.of() == null ? null : figure.of().toLowerCase(Locale.ROOT);
        var key = new ArrayList<@Nullable Object>();
        key.add(figure.low());
        key.add(figure.high());
        key.add(of);
        key.add(by);
        if (seen.add(key)) {
          found.add(figure);
        }
      }
    }
    return found;
  }

  private List<Figure> figures(
      DocumentContext context,
      Sentence sentence,
      List<Span> dates,
      Enclosure enclosure,
      FigureSource source) {
    var cited = context.cited();
    int offset = cited.unit(sentence.span().start());
    var text = cited.at(sentence.span());
    var figures = new ArrayList<Figure>();
    View view = null;
    for (var quantity : quantities.find(text)) {
      var place = cited.span(offset + quantity.start(), offset + quantity.end());
      if (dates.stream().anyMatch(date -> date.overlaps(place))) {
        continue;
      }
      var figure = figure(cited, sentence, quantity, offset, dates);
      if (figure != null) {
        view = view == null ? View.of(sentence) : view;
        figures.add(figure.build(context, enclosure, source, view, held(context, view, dates)));
      }
    }
    return figures;
  }

  /** A figure before it is known in whose voice it stands. */
  private record Draft(
      Quantity quantity,
      Span span,
      @Nullable String of,
      @Nullable String measure,
      int first,
      int behind) {
    Figure build(
        DocumentContext context,
        Enclosure enclosure,
        FigureSource source,
        View view,
        @Nullable String asOf) {
      var around = enclosure.around(span);
      var by = around == null ? null : around.speaker();
      by = by == null ? source.of(view, first, behind) : by;
      var anchor = context.anchor(Figure.TYPE, context.cited().quote(span), MADE);
      return new Figure(
          anchor,
          quantity.low(),
          quantity.high(),
          quantity.approximate(),
          of,
          measure,
          around == null && by == null ? Voice.DOCUMENT : Voice.ATTRIBUTED,
          by,
          asOf);
    }
  }

  /** When the numbers of a sentence held: the only date in it, behind "as of" or "by". */
  private @Nullable String held(DocumentContext context, View view, List<Span> dates) {
    if (dates.size() != 1) {
      return null;
    }
    int at = 0;
    while (at < view.size() && view.token(at).span().start() < dates.getFirst().start()) {
      at++;
    }
    var two = view.word(at - 2) + " " + view.word(at - 1);
    if (!asOf.contains(two) && !asOf.contains(view.word(at - 1))) {
      return null;
    }
    return context.earlier(DateExpression.class).stream()
        .filter(date -> date.target().span().equals(dates.getFirst()))
        .map(DateExpression::value)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Draft figure(
      CitedText cited, Sentence sentence, Quantity quantity, int offset, List<Span> dates) {
    var tokens = sentence.tokens();
    int first = tokenAt(tokens, offset + quantity.start());
    int next = tokenAt(tokens, offset + quantity.end());
    boolean many = quantity.size().compareTo(BigDecimal.ONE) > 0;
    int from = behindOf(tokens, next, quantity);
    int out = quantity.kind() == Quantity.Kind.COUNT ? bare.outOf(tokens, next) : next;
    boolean loose = quantity.kind() == Quantity.Kind.SHARE && from == next;
    var phrase =
        loose
            ? new CountedPhrase.Counted(from, from)
            : counted.find(tokens, from, many, at -> isIn(dates, tokens.get(at).span()));
    phrase = singleName(quantity, tokens, phrase);
    if (phrase.isEmpty() && out > next) {
      phrase = new CountedPhrase.Counted(next + 1, out);
    } else if (phrase.isEmpty() && bare.isState(tokens, next)) {
      phrase = new CountedPhrase.Counted(next, next + 1);
    }
    if (!filter.isCount(quantity, offset, sentence, first, next, phrase)) {
      return null;
    }
    int start = offset + quantity.start();
    int end = offset + quantity.end();
    String of = quantity.unit();
    if (!phrase.isEmpty()) {
      end = tokens.get(phrase.to() - 1).end();
      of = cited.content().substring(tokens.get(phrase.from()).start(), end);
    } else if (of == null) {
      of = filter.numberOf(cited, tokens, first);
    }
    if (quantity.kind() == Quantity.Kind.SHARE) {
      of = of == null ? "percent" : "percent of " + of;
    } else if (quantity.unit() != null) {
      of = quantity.unit();
      end = offset + quantity.end();
    }
    int behind = phrase.isEmpty() ? next : phrase.to();
    var stretch = measures.find(tokens, first, behind);
    var measure =
        stretch == null
            ? null
            : cited
                .content()
                .substring(tokens.get(stretch.from()).start(), tokens.get(stretch.to() - 1).end());
    return new Draft(quantity, cited.span(start, end), of, measure, first, behind);
  }

  private static boolean isIn(List<Span> dates, Span span) {
    return dates.stream().anyMatch(date -> date.overlaps(span));
  }

  /** "12 Harun" counts nothing; "700,000 Selani" does. */
  private static CountedPhrase.Counted singleName(
      Quantity quantity, List<Token> tokens, CountedPhrase.Counted phrase) {
    if (phrase.isEmpty() || quantity.isBounded()) {
      return phrase;
    }
    var head = tokens.get(phrase.to() - 1);
    boolean single = head.isCapitalised() && !head.text().endsWith("s");
    boolean small = quantity.size().compareTo(HUNDRED) < 0;
    return single && small ? new CountedPhrase.Counted(phrase.from(), phrase.from()) : phrase;
  }

  /** The token at or behind a place, in UTF-16 units of the text. */
  private static int tokenAt(List<Token> tokens, int unit) {
    int at = 0;
    while (at < tokens.size() && tokens.get(at).end() <= unit) {
      at++;
    }
    return at;
  }

  /** "hundreds of people", "12 percent of the people": what is counted stands behind "of". */
  private static int behindOf(List<Token> tokens, int next, Quantity quantity) {
    boolean of = next < tokens.size() && tokens.get(next).text().equalsIgnoreCase("of");
    boolean takesOf =
        quantity.kind() == Quantity.Kind.INDEFINITE || quantity.kind() == Quantity.Kind.SHARE;
    if (!of || !takesOf) {
      return next;
    }
    int from = next + 1;
    while (from < tokens.size()
        && (tokens.get(from).is("DET") || Objects.equals(tokens.get(from).tag(), "PRON"))) {
      from++;
    }
    return from;
  }
}
