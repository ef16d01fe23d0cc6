package org.tamga.corroboration.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tamga.corroboration.document.AnnotatedDocument;
import org.tamga.corroboration.document.When;
import org.tamga.corroboration.event.EventMatch.Weight;
import org.tamga.corroboration.event.LinkedEvent.Hint;
import org.tamga.corroboration.grouping.Affinity;
import org.tamga.corroboration.grouping.Clustering;
import org.tamga.corroboration.grouping.Ties;

/**
 * Finds which reports of which documents tell of one event.
 *
 * <p>Each report is compared with those of its family that share a name or a date, up to a limit.
 */
public final class EventFinder {
  /** A report is compared with so many others that share a name or date; the first by id. */
  private static final int MOST_COMPARED = 64;

  private static final int MOST_HINTS = 5;

  /** Stands behind all dates. */
  private static final String UNDATED = "~";

  private final EventWords words = new EventWords();
  private final ReportReader reader = new ReportReader(words);
  private final EventMatch match = new EventMatch(words);

  private final TreeMap<String, EventReport> byId = new TreeMap<>();

  /** Reads the events of one more document. */
  public void add(AnnotatedDocument source) {
    reader.read(source).forEach(report -> byId.put(report.id(), report));
  }

  /** The events of the documents that were added, those that most documents report first. */
  public List<LinkedEvent> find(Ties ties) {
    List<EventReport> reports = List.copyOf(byId.values());
    List<Affinity> nearly = new ArrayList<>();
    Clustering grouping =
        new Clustering(
            List.copyOf(byId.keySet()),
            reports.stream().map(EventReport::id).toList(),
            links(reports, nearly),
            (one, other) -> match.excludes(reports.get(one), reports.get(other)),
            ties);
    nearly.addAll(grouping.doubtful());
    Map<Integer, Set<String>> why = new HashMap<>();
    for (Affinity link : grouping.used()) {
      why.computeIfAbsent(grouping.groupOf(link.one()), none -> new LinkedHashSet<>())
          .addAll(link.why());
    }
    Map<Integer, List<Hint>> hints = hints(grouping, reports, nearly);
    List<LinkedEvent> found = new ArrayList<>();
    for (List<Integer> group : grouping.groups()) {
      int first = group.getFirst();
      List<EventReport> mine = group.stream().map(reports::get).toList();
      found.add(
          new EventDigest(words, mine)
              .event(
                  List.copyOf(why.getOrDefault(first, Set.of())),
                  hints.getOrDefault(first, List.of()),
                  ties.originOf(mine.stream().map(EventReport::id).toList()).orElse(null)));
    }
    found.sort(
        Comparator.comparingInt((LinkedEvent one) -> -one.reports().size())
            .thenComparing(one -> one.date() == null ? UNDATED : one.date())
            .thenComparing(LinkedEvent::id));
    return found;
  }

  private List<Affinity> links(List<EventReport> reports, List<Affinity> nearly) {
    Map<String, List<Integer>> index = new HashMap<>();
    List<Affinity> links = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      Set<Integer> compared = new LinkedHashSet<>();
      for (String key : keys(reports.get(i))) {
        List<Integer> others = index.computeIfAbsent(key, none -> new ArrayList<>());
        compared.addAll(others);
        if (others.size() < MOST_COMPARED) {
          others.add(i);
        }
      }
      for (int other : compared) {
        compare(reports, other, i, links, nearly);
      }
    }
    return links;
  }

  private void compare(
      List<EventReport> reports,
      int first,
      int second,
      List<Affinity> links,
      List<Affinity> nearly) {
    EventReport one = reports.get(first);
    EventReport other = reports.get(second);
    boolean isExcluded = match.excludes(one, other);
    if (isExcluded && (one.document().equals(other.document()) || !match.areNear(one, other))) {
      return;
    }
    Weight weight = match.weigh(one, other);
    if (!isExcluded && weight.isEnough()) {
      links.add(new Affinity(first, second, weight.points(), weight.why()));
    } else if (!one.document().equals(other.document())
        && (isExcluded ? weight.isEnough() : weight.points() == EventMatch.ENOUGH - 1)) {
      List<String> why = new ArrayList<>(List.of(isExcluded ? "another date" : "too little else"));
      why.addAll(0, weight.why());
      nearly.add(new Affinity(first, second, 0, List.of(String.join("; ", why))));
    }
  }

  private Set<String> keys(EventReport report) {
    Set<String> keys = new LinkedHashSet<>();
    for (String name : words.keys(report.names())) {
      keys.add(report.family() + " " + name);
    }
    When when = report.when();
    if (when != null && when.isDay()) {
      keys.add(report.family() + " " + when.first());
    }
    return keys;
  }

  private static Map<Integer, List<Hint>> hints(
      Clustering grouping, List<EventReport> reports, List<Affinity> nearly) {
    Map<Integer, Map<String, String>> hints = new HashMap<>();
    for (Affinity link : nearly) {
      int one = grouping.groupOf(link.one());
      int other = grouping.groupOf(link.other());
      if (one != other) {
        String why = String.join("; ", link.why());
        add(hints, one, reports.get(other).id(), why);
        add(hints, other, reports.get(one).id(), why);
      }
    }
    Map<Integer, List<Hint>> some = new HashMap<>();
    hints.forEach(
        (group, all) -> {
          List<Hint> list = new ArrayList<>();
          new TreeMap<>(all).forEach((id, why) -> list.add(new Hint(id, why)));
          some.put(group, list.stream().limit(MOST_HINTS).toList());
        });
    return some;
  }

  private static void add(
      Map<Integer, Map<String, String>> hints, int group, String id, String why) {
    hints.computeIfAbsent(group, none -> new LinkedHashMap<>()).putIfAbsent(id, why);
  }
}
