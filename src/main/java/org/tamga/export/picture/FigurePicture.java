package org.tamga.export.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Voice;
import org.tamga.corroboration.genealogy.Bounds;
import org.tamga.corroboration.genealogy.FigurePoint;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.corroboration.genealogy.Relation;

/**
 * The time line of a figure: a row for each number in the order of the dates, time downwards, the
 * number across.
 *
 * <p>A disc is one number, a bar a range; a bound that the text does not set is an open end with an
 * arrow; what is rough is hollow or broken. docs/spec/pictures.md.
 */
public final class FigurePicture {
  /** More rows than this nobody looks at; the list has them all. */
  private static final int MOST_ROWS = 200;

  private static final int WIDTH = 960;
  private static final int DATED = 96;
  private static final int LEFT = 420;
  private static final int RIGHT = WIDTH - 40;
  private static final int ROW = 26;
  private static final int TOP = 46;
  private static final int FOOT = 44;

  private final Genealogy genealogy;
  private final List<FigurePoint> points;
  private final NumberAxis axis;
  private final Svg svg = new Svg();

  private FigurePicture(Genealogy genealogy) {
    this.genealogy = genealogy;
    this.points = genealogy.points().stream().limit(MOST_ROWS).toList();
    List<BigDecimal> numbers = new ArrayList<>();
    for (FigurePoint point : points) {
      add(numbers, point.figure().low());
      add(numbers, point.figure().high());
    }
    this.axis = NumberAxis.of(numbers, LEFT, RIGHT);
  }

  private static void add(List<BigDecimal> numbers, @Nullable BigDecimal one) {
    if (one != null) {
      numbers.add(one);
    }
  }

  /** The picture of a genealogy. */
  public static String draw(Genealogy genealogy) {
    return new FigurePicture(genealogy).image();
  }

  private String image() {
    int bottom = TOP + ROW * points.size();
    for (BigDecimal mark : axis.marks()) {
      svg.line(axis.at(mark), TOP - 10, axis.at(mark), bottom, 0.5, true);
      svg.text(axis.at(mark), TOP - 18, "middle", Bounds.number(mark));
    }
    for (int i = 0; i < points.size(); i++) {
      row(points.get(i), TOP + ROW * i + ROW / 2.0);
    }
    int left = genealogy.points().size() - points.size();
    svg.text(
        8,
        bottom + 28,
        (left == 0 ? "" : left + " more numbers are not drawn. ")
            + "● one number  ○ rough  ▬ range  ▶ no bound set");
    return svg.image(WIDTH, bottom + FOOT, title(), description());
  }

  private void row(FigurePoint point, double y) {
    String date = point.date() == null ? "no date" : point.date();
    svg.text(8, y + 5, date).text(DATED, y + 5, giver(point.figure()));
    Figure figure = point.figure();
    BigDecimal low = figure.low();
    BigDecimal high = figure.high();
    boolean isRough = figure.approximate();
    if (low == null && high != null) {
      svg.line(LEFT, y, axis.at(high), y, 3, true);
      svg.arrow(LEFT, y, -10).disc(axis.at(high), y, 5, isRough);
    } else if (high == null && low != null) {
      svg.line(axis.at(low), y, RIGHT + 20, y, 3, true);
      svg.arrow(RIGHT + 30, y, 10).disc(axis.at(low), y, 5, isRough);
    } else if (low != null && high != null) {
      if (low.compareTo(high) < 0) {
        svg.line(axis.at(low), y, axis.at(high), y, 5, isRough);
        svg.disc(axis.at(high), y, 5, isRough);
      }
      svg.disc(axis.at(low), y, 5, isRough);
    }
  }

  private static String giver(Figure figure) {
    if (figure.by() != null) {
      return figure.by().anonymous() ? "a source not named" : figure.by().name();
    }
    return figure.voice() == Voice.DOCUMENT ? "the document itself" : "not told by whom";
  }

  private String title() {
    return (genealogy.population().isEmpty() ? "Those counted" : genealogy.population())
        + (genealogy.measure() == null ? "" : ", " + genealogy.measure())
        + ": "
        + genealogy.points().size()
        + (genealogy.points().size() == 1 ? " number" : " numbers");
  }

  private String description() {
    StringBuilder words = new StringBuilder();
    for (FigurePoint point : points) {
      words
          .append(point.date() == null ? "Without a date" : point.date())
          .append(", ")
          .append(giver(point.figure()))
          .append(": ")
          .append(Bounds.words(point.figure()))
          .append(". ");
    }
    long opposed =
        genealogy.relations().stream()
            .filter(relation -> relation.kind() == Relation.Kind.CONTRADICTS)
            .count();
    return words + (opposed == 0 ? "" : opposed + " pairs contradict each other.");
  }
}
