package org.tamga.corroboration.independence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.passage.Postings;

/**
 * Puts documents into groups of one origin each.
 *
 * <p>Documents of which one stands for the most part in the other come together at once. One that
 * only holds a part of another goes to the one earlier document of which it holds most: a survey of
 * the week that takes a paragraph from each of two reports does not make one source of them.
 */
public final class Grouping {
  /** Share of a document that stands in another from which on they are one without more ado. */
  private static final double STRONG = 0.5;

  private final List<Source> sources;
  private final List<Link> links;
  private final int[] parents;

  private Grouping(List<Source> sources, List<Link> links) {
    this.sources = sources;
    this.links = links;
    parents = new int[sources.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
  }

  /** The groups, in the order of their first documents. */
  public static List<EchoGroup> of(List<Source> sources, List<Link> links) {
    Grouping grouping = new Grouping(sources, links);
    grouping.join();
    return grouping.groups();
  }

  /**
   * Links without those by the text of a menu or a form.
   *
   * @param prints how common each fingerprint is
   */
  public static List<Link> withoutForms(List<Link> links, Postings prints) {
    List<Link> telling = new ArrayList<>();
    for (Link link : links) {
      if (link.plainPrint() == 0 || !prints.isCommon(link.plainPrint())) {
        telling.add(link);
      }
    }
    return telling;
  }

  private void join() {
    Map<Integer, Link> best = new TreeMap<>();
    for (Link link : links) {
      if (!link.binds()) {
        continue;
      }
      if (link.judgement().strength() >= STRONG) {
        unite(link.first(), link.second());
      } else {
        best.merge(later(link), link, Grouping::stronger);
      }
    }
    best.values().forEach(link -> unite(link.first(), link.second()));
  }

  private static Link stronger(Link one, Link other) {
    return Comparator.comparingDouble((Link link) -> link.judgement().strength())
                .thenComparingInt(link -> -link.first())
                .compare(one, other)
            >= 0
        ? one
        : other;
  }

  /** The one that would have taken from the other: the later, or the one that is shown to. */
  private int later(Link link) {
    return switch (link.judgement().source()) {
      case FIRST -> link.second();
      case SECOND -> link.first();
      case NOT_SHOWN -> {
        String first = sources.get(link.first()).published();
        String second = sources.get(link.second()).published();
        boolean isFirstLater = first != null && second != null && first.compareTo(second) > 0;
        yield isFirstLater ? link.first() : link.second();
      }
    };
  }

  private int root(int document) {
    int at = document;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** The earlier document stands for both, so that the groups do not hang on any order. */
  private void unite(int one, int other) {
    int first = Math.min(root(one), root(other));
    int second = Math.max(root(one), root(other));
    parents[second] = first;
  }

  private List<EchoGroup> groups() {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < parents.length; i++) {
      members.computeIfAbsent(root(i), key -> new ArrayList<>()).add(i);
    }
    Map<Integer, List<Link>> ties = new TreeMap<>();
    for (Link link : links) {
      if (link.binds() && root(link.first()) == root(link.second())) {
        ties.computeIfAbsent(root(link.first()), key -> new ArrayList<>()).add(link);
      }
    }
    List<EchoGroup> groups = new ArrayList<>();
    members.forEach(
        (root, documents) -> {
          if (documents.size() > 1) {
            groups.add(group(documents, Objects.requireNonNull(ties.get(root))));
          }
        });
    return groups;
  }

  private EchoGroup group(List<Integer> documents, List<Link> ties) {
    Map<EchoKind, Integer> kinds = new EnumMap<>(EchoKind.class);
    for (Link link : ties) {
      @Nullable EchoKind kind = link.judgement().kind();
      kinds.merge(kind == null ? EchoKind.REWRITE : kind, 1, Integer::sum);
    }
    EchoKind most =
        kinds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    List<String> why = new ArrayList<>();
    for (Link link : ties) {
      why.add(
          sources.get(link.first()).file()
              + " and "
              + sources.get(link.second()).file()
              + ": "
              + link.judgement().why().getFirst());
    }
    return new EchoGroup(documents, ties, most, OriginFinder.of(sources, documents, ties), why);
  }
}
