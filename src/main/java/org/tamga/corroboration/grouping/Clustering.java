package org.tamga.corroboration.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Groups of members that are one, strongest links first, never across what excludes itself.
 *
 * <p>Single-link agglomeration with constraints. People's decisions come first: what they joined is
 * joined whatever the rules say, what they parted is never joined.
 */
public final class Clustering {
  /** A member whose two best links exclude each other and differ by less is left alone. */
  private static final int CLEAR_LEAD = 2;

  private final List<String> ids;
  private final List<String> signatures;
  private final BiPredicate<Integer, Integer> excludes;
  private final Ties ties;
  private final int[] parent;
  private final Map<Integer, List<Integer>> members = new HashMap<>();
  private final List<Affinity> doubtful = new ArrayList<>();
  private final List<Affinity> used = new ArrayList<>();

  /**
   * Groups the members.
   *
   * @param ids of the members, sorted, each once
   * @param signatures for each member a text; members with the same exclude the same
   * @param links between members, in any order
   * @param excludes whether two members cannot be one, by their index
   * @param ties what people decided
   */
  public Clustering(
      List<String> ids,
      List<String> signatures,
      List<Affinity> links,
      BiPredicate<Integer, Integer> excludes,
      Ties ties) {
    this.ids = List.copyOf(ids);
    this.signatures = List.copyOf(signatures);
    this.excludes = excludes;
    this.ties = ties;
    this.parent = new int[ids.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      members.put(i, new ArrayList<>(List.of(i)));
    }
    joinAsPeopleSaid();
    List<Affinity> sorted = new ArrayList<>();
    for (Affinity link : links) {
      (isPossible(link) ? sorted : doubtful).add(link);
    }
    sorted.sort(
        Comparator.comparingInt((Affinity link) -> -link.strength())
            .thenComparingInt(Affinity::one)
            .thenComparingInt(Affinity::other));
    Set<Integer> ambiguous = ambiguous(sorted);
    for (Affinity link : sorted) {
      if (ambiguous.contains(link.one()) || ambiguous.contains(link.other())) {
        doubtful.add(link);
      } else {
        take(link);
      }
    }
  }

  private void joinAsPeopleSaid() {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      index.put(ids.get(i), i);
    }
    for (Set<String> set : ties.joined()) {
      List<Integer> there =
          set.stream().sorted().filter(index::containsKey).map(index::get).toList();
      for (int i = 1; i < there.size(); i++) {
        if (arePartable(root(there.getFirst()), root(there.get(i)))) {
          union(there.getFirst(), there.get(i));
        }
      }
    }
  }

  /** Members that fit two others about equally well which cannot be one with each other. */
  private Set<Integer> ambiguous(List<Affinity> sorted) {
    Map<Integer, List<Affinity>> byMember = new HashMap<>();
    for (Affinity link : sorted) {
      byMember.computeIfAbsent(link.one(), none -> new ArrayList<>()).add(link);
      byMember.computeIfAbsent(link.other(), none -> new ArrayList<>()).add(link);
    }
    Set<Integer> ambiguous = new HashSet<>();
    byMember.forEach(
        (member, links) -> {
          Affinity best = links.getFirst();
          for (Affinity link : links) {
            boolean isClose = best.strength() - link.strength() < CLEAR_LEAD;
            if (isClose && cannotBeOne(best.from(member), link.from(member))) {
              ambiguous.add(member);
              break;
            }
          }
        });
    return ambiguous;
  }

  private boolean cannotBeOne(int one, int other) {
    return one != other
        && root(one) != root(other)
        && (excludes.test(one, other) || ties.areParted(ids.get(one), ids.get(other)));
  }

  private boolean isPossible(Affinity link) {
    return !excludes.test(link.one(), link.other())
        && !ties.areParted(ids.get(link.one()), ids.get(link.other()));
  }

  private void take(Affinity link) {
    int one = root(link.one());
    int other = root(link.other());
    if (one == other) {
      used.add(link);
    } else if (areFree(one, other)) {
      union(one, other);
      used.add(link);
    } else {
      doubtful.add(link);
    }
  }

  /** Whether people parted no member of the one group from one of the other. */
  private boolean arePartable(int one, int other) {
    for (int mine : members.getOrDefault(one, List.of())) {
      Set<String> parted = ties.parted().getOrDefault(ids.get(mine), Set.of());
      if (!parted.isEmpty()
          && members.getOrDefault(other, List.of()).stream()
              .anyMatch(theirs -> parted.contains(ids.get(theirs)))) {
        return false;
      }
    }
    return true;
  }

  private boolean areFree(int one, int other) {
    if (!arePartable(one, other)) {
      return false;
    }
    // Members that exclude the same are asked once, so that a group of thousands costs little.
    for (int mine : distinct(one)) {
      for (int theirs : distinct(other)) {
        if (excludes.test(mine, theirs)) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Integer> distinct(int root) {
    Set<String> seen = new LinkedHashSet<>();
    return members.getOrDefault(root, List.of()).stream()
        .filter(member -> seen.add(signatures.get(member)))
        .toList();
  }

  private void union(int one, int other) {
    int mine = root(one);
    int theirs = root(other);
    if (mine == theirs) {
      return;
    }
    int low = Math.min(mine, theirs);
    int high = Math.max(mine, theirs);
    parent[high] = low;
    List<Integer> moved = members.remove(high);
    List<Integer> stay = members.get(low);
    if (moved != null && stay != null) {
      stay.addAll(moved);
    }
  }

  private int root(int member) {
    int root = member;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** The groups: indexes of their members in order, a group by its first member. */
  public List<List<Integer>> groups() {
    TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      groups.computeIfAbsent(root(i), none -> new ArrayList<>()).add(i);
    }
    return List.copyOf(groups.values());
  }

  /** The first member of the group that a member is in. */
  public int groupOf(int member) {
    return root(member);
  }

  /** The links that hold the groups together. */
  public List<Affinity> used() {
    return List.copyOf(used);
  }

  /** Links that were not followed, because something speaks against them. */
  public List<Affinity> doubtful() {
    return doubtful.stream().filter(link -> root(link.one()) != root(link.other())).toList();
  }
}
