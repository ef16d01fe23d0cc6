package org.tamga.corroboration.genealogy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All figures that documents give for one population in one respect.
 *
 * @param population in the words of the documents; empty where they only say "those"
 * @param measure in what respect; null where none is told
 * @param places where, as written; empty where no place is told
 * @param points in the order of their dates, those without one last
 * @param relations between the points
 * @param hints other genealogies that may be the same
 * @param origin id of the point from which the others come, as people decided; null where they did
 *     not
 */
public record Genealogy(
    String population,
    @Nullable String measure,
    List<String> places,
    List<FigurePoint> points,
    List<Relation> relations,
    List<Hint> hints,
    @Nullable String origin) {
  public Genealogy {
    places = List.copyOf(places);
    points = List.copyOf(points);
    relations = List.copyOf(relations);
    hints = List.copyOf(hints);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a genealogy has a point");
    }
  }

  /**
   * What may be the same and was not taken for it.
   *
   * @param genealogy id of the other
   * @param why in words for a person
   */
  public record Hint(String genealogy, String why) {}

  /** The smallest id of its points: the same as long as that point is in it. */
  public String id() {
    return points.stream().map(FigurePoint::id).min(String::compareTo).orElseThrow();
  }
}
