package org.tamga.corroboration.independence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tamga.corroboration.grouping.Affinity;
import org.tamga.corroboration.grouping.Clustering;
import org.tamga.corroboration.grouping.Ties;
import org.tamga.corroboration.origin.Origin;

/**
 * Applies what people decided to groups of one origin: joined, split, and which is the origin.
 *
 * <p>Groups about which nobody decided stay as they were found. docs/spec/decisions.md, "Groups".
 */
public final class DecidedGroups {
  private static final String PEOPLE = "people decided so";

  private final List<Source> sources;
  private final List<EchoGroup> groups;
  private final Ties ties;

  private DecidedGroups(List<Source> sources, List<EchoGroup> groups, Ties ties) {
    this.sources = sources;
    this.groups = groups;
    this.ties = ties;
  }

  /**
   * The groups as people left them, in the order of their first documents.
   *
   * @param ties by the ids of documents
   */
  public static List<EchoGroup> of(List<Source> sources, List<EchoGroup> groups, Ties ties) {
    return ties.equals(Ties.NONE) ? groups : new DecidedGroups(sources, groups, ties).groups();
  }

  private List<EchoGroup> groups() {
    TreeMap<String, Integer> numbers = new TreeMap<>();
    Set<String> decided = new HashSet<>(ties.parted().keySet());
    ties.joined().forEach(decided::addAll);
    Set<Integer> grouped = new HashSet<>();
    groups.forEach(group -> grouped.addAll(group.documents()));
    for (int i = 0; i < sources.size(); i++) {
      if (grouped.contains(i) || decided.contains(sources.get(i).id())) {
        numbers.put(sources.get(i).id(), i);
      }
    }
    List<String> ids = List.copyOf(numbers.keySet());
    Clustering clustering =
        new Clustering(ids, ids, affinities(ids, numbers), (one, other) -> false, ties);
    Map<List<Integer>, EchoGroup> before = new HashMap<>();
    groups.forEach(group -> before.put(group.documents(), group));
    TreeMap<Integer, EchoGroup> after = new TreeMap<>();
    for (List<Integer> cluster : clustering.groups()) {
      List<Integer> documents = cluster.stream().map(ids::get).map(numbers::get).sorted().toList();
      if (documents.size() > 1) {
        EchoGroup same = before.get(documents);
        after.put(documents.getFirst(), named(same == null ? made(documents) : same));
      }
    }
    return List.copyOf(after.values());
  }

  private List<Affinity> affinities(List<String> ids, Map<String, Integer> numbers) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      places.put(numbers.getOrDefault(ids.get(i), -1), i);
    }
    List<Affinity> affinities = new ArrayList<>();
    for (EchoGroup group : groups) {
      for (Link link : group.links()) {
        int one = places.getOrDefault(link.first(), -1);
        int other = places.getOrDefault(link.second(), -1);
        int strength = 1 + (int) Math.round(10 * link.judgement().strength());
        affinities.add(
            new Affinity(
                Math.min(one, other), Math.max(one, other), strength, link.judgement().why()));
      }
    }
    return affinities;
  }

  /** A group that only is so because people decided. */
  private EchoGroup made(List<Integer> documents) {
    List<Link> within = new ArrayList<>();
    Set<String> why = new TreeSet<>();
    Map<EchoKind, Integer> kinds = new EnumMap<>(EchoKind.class);
    for (EchoGroup group : groups) {
      for (Link link : group.links()) {
        if (documents.contains(link.first()) && documents.contains(link.second())) {
          within.add(link);
          why.add(
              sources.get(link.first()).file()
                  + " and "
                  + sources.get(link.second()).file()
                  + ": "
                  + link.judgement().why().getFirst());
          EchoKind kind = link.judgement().kind();
          kinds.merge(kind == null ? EchoKind.REWRITE : kind, 1, Integer::sum);
        }
      }
    }
    EchoKind most =
        kinds.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(EchoKind.REWRITE);
    List<String> reasons = new ArrayList<>(List.of(PEOPLE));
    reasons.addAll(why);
    Origin origin = OriginFinder.of(sources, documents, within);
    return new EchoGroup(documents, within, most, origin, reasons);
  }

  private EchoGroup named(EchoGroup group) {
    List<String> ids = group.documents().stream().map(one -> sources.get(one).id()).toList();
    Optional<String> origin = ties.originOf(ids);
    return origin.isEmpty()
        ? group
        : new EchoGroup(
            group.documents(),
            group.links(),
            group.kind(),
            new Origin(origin.get(), null, List.of(PEOPLE)),
            group.why());
  }
}
