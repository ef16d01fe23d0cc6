package org.tamga.corroboration.genealogy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Figure;
import org.tamga.corroboration.document.When;

/**
 * One figure of one document, with what is known of whom it counts, where and when.
 *
 * @param document {@code sha256:} and the digest of the document's sealed bytes
 * @param file the document's path
 * @param publisher the document's, if known
 * @param figure the figure as the text gives it
 * @param population who or what is counted
 * @param measure in what respect, as one word for all that mean the same; null where none is told
 * @param isLasting whether the measure goes on
 * @param places where, as folded names
 * @param placeNames where, as the text writes it
 * @param occasion what its sentence tells besides
 * @param date when it held or was given, ISO 8601; null where not known
 * @param dateIs which of these the date is; null without one
 * @param when the date as the days that it may be; null where not known
 * @param why whence the population is known, in words
 */
public record FigurePoint(
    String document,
    String file,
    @Nullable String publisher,
    Figure figure,
    Population population,
    @Nullable String measure,
    boolean isLasting,
    Set<String> places,
    List<String> placeNames,
    Set<String> occasion,
    @Nullable String date,
    @Nullable DateIs dateIs,
    @Nullable When when,
    String why) {
  /** A rough number and one within a tenth of it can both hold. */
  private static final BigDecimal ROUGH = new BigDecimal("0.1");

  public FigurePoint {
    places = Set.copyOf(places);
    placeNames = List.copyOf(placeNames);
    occasion = Set.copyOf(occasion);
  }

  /** What the date of a point is the date of. */
  public enum DateIs {
    /** When the figure held, as the text says. */
    AS_OF("asOf"),
    /** When the statement was made that gives it. */
    SAID("said"),
    /** When the document was published. */
    PUBLISHED("published");

    private final String word;

    DateIs(String word) {
      this.word = word;
    }

    /** How it is written. */
    public String word() {
      return word;
    }
  }

  /** The id of the figure. */
  public String id() {
    return figure.id();
  }

  /** Who or what is counted, in the words of a document; empty where only "those" are. */
  public String populationLabel() {
    return population.label();
  }

  /** Whether its own wording names the population, and no other figure's. */
  boolean namesItself() {
    return why.equals(FigureReader.OWN);
  }

  /** Who gives it, folded for comparing; empty where the document does, or nobody knows. */
  String giver() {
    return figure.by() == null ? "" : figure.by().name().toLowerCase(Locale.ROOT).strip();
  }

  /** Who gives it, or whose document does. */
  String giverOrPublisher() {
    return figure.by() == null && publisher != null
        ? publisher.toLowerCase(Locale.ROOT).strip()
        : giver();
  }

  /** Least number that it can mean, or null where it sets none. */
  @Nullable BigDecimal least() {
    BigDecimal low = figure.low();
    return low == null || !figure.approximate() ? low : low.subtract(tenth(low));
  }

  /** Greatest number that it can mean, or null where it sets none. */
  @Nullable BigDecimal greatest() {
    BigDecimal high = figure.high();
    return high == null || !figure.approximate() ? high : high.add(tenth(high));
  }

  private static BigDecimal tenth(BigDecimal number) {
    return number.abs().multiply(ROUGH).setScale(Math.max(0, number.scale()), RoundingMode.CEILING);
  }

  /** Whether one number can be meant by both. */
  boolean canHoldWith(FigurePoint other) {
    return !isBelow(greatest(), other.least()) && !isBelow(other.greatest(), least());
  }

  private static boolean isBelow(@Nullable BigDecimal high, @Nullable BigDecimal low) {
    return high != null && low != null && high.compareTo(low) < 0;
  }

  /** The bounds as a text that is the same for the same bounds. */
  String bounds() {
    return figure.low() + ".." + figure.high() + (figure.approximate() ? "~" : "");
  }
}
