package org.tamga.corroboration.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.document.AnnotatedDocument;
import org.tamga.corroboration.document.When;
import org.tamga.corroboration.genealogy.Genealogy.Hint;
import org.tamga.corroboration.genealogy.Population.Kinship;
import org.tamga.corroboration.grouping.Affinity;
import org.tamga.corroboration.grouping.Clustering;
import org.tamga.corroboration.grouping.Ties;
import org.tamga.corroboration.wording.NameMatch;
import org.tamga.corroboration.wording.WordSections;

/**
 * Finds which figures of which documents are of one population and measure.
 *
 * <p>Each figure is compared with those that share its measure and a noun, up to a limit; so an
 * archive costs about as much as it has figures.
 */
public final class GenealogyFinder {
  /** A figure is compared with so many others that share a noun; the first by id. */
  private static final int MOST_COMPARED = 64;

  private static final int MOST_HINTS = 5;
  private static final int NAMED = 4;
  private static final int BROAD = 3;
  private static final int OCCASION_WORDS = 2;

  private final FigureReader reader = new FigureReader();
  private final NameMatch names =
      new NameMatch(WordSections.read("en/events.txt").words("weak in names"));
  private final TreeMap<String, FigurePoint> byId = new TreeMap<>();
  private final Map<String, List<Relation>> told = new HashMap<>();

  /** Reads the figures of one more document. */
  public void add(AnnotatedDocument source) {
    FigureReader.Figures figures = reader.read(source);
    figures.points().forEach(point -> byId.put(point.id(), point));
    for (Relation relation : figures.told()) {
      told.computeIfAbsent(relation.of(), none -> new ArrayList<>()).add(relation);
    }
  }

  /** The genealogies of the documents that were added, the longest first. */
  public List<Genealogy> find(Ties ties) {
    List<FigurePoint> points = List.copyOf(byId.values());
    Map<String, Affinity> nearly = new LinkedHashMap<>();
    Clustering grouping =
        new Clustering(
            List.copyOf(byId.keySet()),
            points.stream().map(GenealogyFinder::signature).toList(),
            links(points, nearly),
            (one, other) -> excludes(points.get(one), points.get(other)),
            ties);
    grouping.doubtful().forEach(link -> nearly.put(link.one() + " " + link.other(), link));
    Map<Integer, List<Hint>> hints = hints(grouping, points, nearly.values());
    List<Genealogy> found = new ArrayList<>();
    for (List<Integer> group : grouping.groups()) {
      List<FigurePoint> mine = new ArrayList<>(group.stream().map(points::get).toList());
      mine.sort(byDate());
      List<Hint> near = hints.getOrDefault(group.getFirst(), List.of());
      found.add(genealogy(mine, new Lineage(told, names), near, ties));
    }
    found.sort(
        Comparator.comparingInt((Genealogy one) -> -one.points().size())
            .thenComparing(Genealogy::id));
    return found;
  }

  private static Genealogy genealogy(
      List<FigurePoint> points, Lineage lineage, List<Hint> hints, Ties ties) {
    Set<String> places = new TreeSet<>();
    points.forEach(point -> places.addAll(point.placeNames()));
    return new Genealogy(
        label(points),
        points.getFirst().measure(),
        List.copyOf(places),
        points,
        lineage.of(points),
        hints,
        ties.originOf(points.stream().map(FigurePoint::id).toList()).orElse(null));
  }

  /** The wording that most points have of themselves; of several the longest. */
  private static String label(List<FigurePoint> points) {
    Map<String, Integer> counts = new TreeMap<>();
    for (FigurePoint point : points) {
      if (!point.populationLabel().isEmpty() && point.namesItself()) {
        counts.merge(point.populationLabel(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<String, Integer> one) -> one.getValue())
                .thenComparingInt(one -> one.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static Comparator<FigurePoint> byDate() {
    return Comparator.comparing(
            (FigurePoint point) -> {
              When when = point.when();
              return when == null ? java.time.LocalDate.MAX : when.first();
            })
        .thenComparing(FigurePoint::file)
        .thenComparing(FigurePoint::document)
        .thenComparing(point -> point.figure().target().span());
  }

  private static String signature(FigurePoint point) {
    return point.measure()
        + "|"
        + new TreeSet<>(point.population().names())
        + "|"
        + new TreeSet<>(point.places())
        + "|"
        + (point.isLasting() ? "" : point.date());
  }

  /** Whether two figures cannot be of one population and measure. */
  private static boolean excludes(FigurePoint one, FigurePoint other) {
    return one.measure() == null
        || !one.measure().equals(other.measure())
        || areApart(one.places(), other.places())
        || one.population().excludes(other.population())
        || (!one.isLasting() && !isOneTime(one, other));
  }

  private static boolean areApart(Set<String> one, Set<String> other) {
    return !one.isEmpty() && !other.isEmpty() && !Population.share(one, other);
  }

  private static boolean isOneTime(FigurePoint one, FigurePoint other) {
    When mine = one.when();
    When theirs = other.when();
    return one.document().equals(other.document())
        || (mine != null && theirs != null && mine.daysTo(theirs) <= Lineage.DAYS);
  }

  private static List<Affinity> links(List<FigurePoint> points, Map<String, Affinity> nearly) {
    Map<String, List<Integer>> index = new HashMap<>();
    List<Affinity> links = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Set<Integer> compared = new LinkedHashSet<>();
      for (String key : keys(points.get(i))) {
        List<Integer> others = index.computeIfAbsent(key, none -> new ArrayList<>());
        compared.addAll(others);
        if (others.size() < MOST_COMPARED) {
          others.add(i);
        }
      }
      for (int other : compared) {
        Affinity link = link(points, other, i);
        if (link != null && link.strength() > 0) {
          links.add(link);
        } else if (link != null) {
          nearly.put(other + " " + i, link);
        }
      }
    }
    return links;
  }

  private static List<String> keys(FigurePoint point) {
    if (point.measure() == null) {
      return List.of();
    }
    List<String> keys = new ArrayList<>();
    point.population().heads().forEach(head -> keys.add(point.measure() + " " + head));
    if (point.population().isUnnamed()) {
      // Others that only say "those" in the same document.
      keys.add(point.measure() + " in " + point.document());
    }
    return keys;
  }

  /** Why two figures are of one population; strength 0 where they only may be, null for no. */
  private static @Nullable Affinity link(List<FigurePoint> points, int first, int second) {
    FigurePoint one = points.get(first);
    FigurePoint other = points.get(second);
    boolean areUnnamed = one.population().isUnnamed() && other.population().isUnnamed();
    Kinship kinship =
        areUnnamed && one.document().equals(other.document())
            ? Kinship.NAMED
            : one.population().kinship(other.population());
    if (kinship == Kinship.NONE) {
      return null;
    }
    boolean isSamePlace = Population.share(one.places(), other.places());
    String measure = "the same measure: " + one.measure();
    if (excludes(one, other)) {
      return new Affinity(
          first, second, 0, List.of(measure + ", but another place, group or time"));
    }
    boolean isPlaced = kinship == Kinship.NAMED || isSamePlace;
    boolean isOccasion =
        one.isLasting()
            || ((isSamePlace || one.document().equals(other.document()))
                && shared(one.occasion(), other.occasion()) >= OCCASION_WORDS);
    if (!isPlaced || !isOccasion) {
      String lack = isPlaced ? "whether it is one occasion" : "whether it is one place";
      return new Affinity(first, second, 0, List.of(measure + "; it is not told " + lack));
    }
    int strength = (kinship == Kinship.NAMED ? NAMED : BROAD) + (isSamePlace ? 1 : 0);
    return new Affinity(first, second, strength, List.of(measure));
  }

  private static long shared(Set<String> one, Set<String> other) {
    return one.stream().filter(other::contains).count();
  }

  /** What may be the same and was not taken for it, by the group. */
  private static Map<Integer, List<Hint>> hints(
      Clustering grouping, List<FigurePoint> points, Iterable<Affinity> nearly) {
    Map<Integer, TreeMap<String, String>> hints = new HashMap<>();
    for (Affinity link : nearly) {
      int one = grouping.groupOf(link.one());
      int other = grouping.groupOf(link.other());
      if (one != other) {
        String why = link.why().getFirst();
        hints
            .computeIfAbsent(one, none -> new TreeMap<>())
            .putIfAbsent(points.get(other).id(), why);
        hints
            .computeIfAbsent(other, none -> new TreeMap<>())
            .putIfAbsent(points.get(one).id(), why);
      }
    }
    Map<Integer, List<Hint>> some = new HashMap<>();
    hints.forEach(
        (group, all) ->
            some.put(
                group,
                all.entrySet().stream()
                    .limit(MOST_HINTS)
                    .map(hint -> new Hint(hint.getKey(), hint.getValue()))
                    .toList()));
    return some;
  }
}
