package org.tamga.corroboration.genealogy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.document.When;
import org.tamga.corroboration.genealogy.Relation.Kind;
import org.tamga.corroboration.wording.NameMatch;

/** Finds what the points of one genealogy have to do with one another. */
final class Lineage {
  /** Within as many days a number has hardly changed. */
  static final int DAYS = 31;

  /** More numbers than this are not held against each other: nobody would read that. */
  private static final int MOST_NUMBERS = 60;

  private final Map<String, List<Relation>> told;
  private final NameMatch names;
  private final Set<Relation> relations = new LinkedHashSet<>();

  /**
   * Takes what the documents themselves say.
   *
   * @param told relations by the id of the figure that they are said of
   */
  Lineage(Map<String, List<Relation>> told, NameMatch names) {
    this.told = told;
    this.names = names;
  }

  /** The relations between points that stand in the order of their dates. */
  List<Relation> of(List<FigurePoint> points) {
    Set<String> ids = new HashSet<>(points.stream().map(FigurePoint::id).toList());
    for (FigurePoint point : points) {
      told.getOrDefault(point.id(), List.of()).stream()
          .filter(relation -> ids.contains(relation.to()))
          .forEach(relations::add);
    }
    ofOneSpeaker(points);
    citing(points);
    opposed(points);
    return List.copyOf(relations);
  }

  private void ofOneSpeaker(List<FigurePoint> points) {
    Map<String, FigurePoint> last = new LinkedHashMap<>();
    for (FigurePoint point : points) {
      When when = point.when();
      // "Officials" of two days need not be the same ones.
      boolean isNamed =
          point.figure().by() != null
              && !point.figure().by().anonymous()
              && NameMatch.isName(point.figure().by().name());
      if (when == null || !isNamed) {
        continue;
      }
      FigurePoint before = last.put(point.giver(), point);
      When then = before == null ? null : before.when();
      if (before != null
          && then != null
          && then.last().isBefore(when.first())
          && !before.bounds().equals(point.bounds())) {
        relations.add(
            new Relation(
                Kind.SUPERSEDES,
                point.id(),
                before.id(),
                "the same speaker gave it later" + byWhichDates(before, point)));
      }
    }
  }

  /** What is only known from when documents came out may have been said before. */
  private static String byWhichDates(FigurePoint one, FigurePoint other) {
    boolean isOut =
        one.dateIs() == FigurePoint.DateIs.PUBLISHED
            || other.dateIs() == FigurePoint.DateIs.PUBLISHED;
    return isOut ? ", as far as the dates of the documents tell" : "";
  }

  /** Who gives a number that somebody else's document gives as its own, or says that they gave. */
  private void citing(List<FigurePoint> points) {
    Map<String, FigurePoint> first = new LinkedHashMap<>();
    Map<String, List<FigurePoint>> own = new LinkedHashMap<>();
    for (FigurePoint point : points) {
      first.putIfAbsent(point.bounds() + " " + point.giverOrPublisher(), point);
      List<FigurePoint> same = own.computeIfAbsent(point.bounds(), none -> new ArrayList<>());
      if (point.publisher() != null && point.figure().by() == null && same.size() < MOST_NUMBERS) {
        same.add(point);
      }
    }
    for (FigurePoint point : points) {
      if (point.figure().by() == null || point.figure().by().anonymous()) {
        continue;
      }
      FigurePoint cited = cited(first, own.getOrDefault(point.bounds(), List.of()), point);
      if (cited != null && !cited.document().equals(point.document())) {
        String whose = point.figure().by().name();
        relations.add(
            new Relation(
                Kind.CITES, point.id(), cited.id(), "it names " + whose + " for this number"));
      }
    }
  }

  private @Nullable FigurePoint cited(
      Map<String, FigurePoint> first, List<FigurePoint> own, FigurePoint point) {
    FigurePoint same = first.get(point.bounds() + " " + point.giver());
    if (same != null && !same.document().equals(point.document())) {
      return same;
    }
    for (FigurePoint other : own) {
      if (other.publisher() != null
          && point.figure().by() != null
          && names.same(other.publisher(), point.figure().by().name())) {
        return other;
      }
    }
    return null;
  }

  /** Numbers that cannot both hold, each told once, by the first point that has it. */
  private void opposed(List<FigurePoint> points) {
    Map<String, FigurePoint> numbers = new LinkedHashMap<>();
    for (FigurePoint point : points) {
      numbers.putIfAbsent(point.bounds(), point);
    }
    List<FigurePoint> all = numbers.values().stream().limit(MOST_NUMBERS).toList();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        FigurePoint one = all.get(i);
        FigurePoint other = all.get(j);
        if (!one.canHoldWith(other) && !isSuperseded(one, other)) {
          relations.add(opposition(one, other));
        }
      }
    }
  }

  private boolean isSuperseded(FigurePoint one, FigurePoint other) {
    return relations.stream()
        .filter(relation -> relation.kind() == Kind.SUPERSEDES)
        .anyMatch(
            relation -> Set.of(relation.of(), relation.to()).equals(Set.of(one.id(), other.id())));
  }

  private static Relation opposition(FigurePoint one, FigurePoint other) {
    When mine = one.when();
    When theirs = other.when();
    if (mine == null || theirs == null) {
      return new Relation(
          Kind.CONTRADICTS, other.id(), one.id(), "no number is in both; a date is not known");
    }
    long days = mine.daysTo(theirs);
    return days > DAYS
        ? new Relation(
            Kind.DIFFERS, other.id(), one.id(), "no number is in both; " + days + " days between")
        : new Relation(
            Kind.CONTRADICTS, other.id(), one.id(), "no number is in both, at the same time");
  }
}
