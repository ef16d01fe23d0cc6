package org.tamga.corroboration.grouping;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people decided about which members are one, by the members' ids.
 *
 * @param joined members that people put together, a set for each decision
 * @param parted pairs that people put apart; each stands under both of its ids
 * @param origins for each person the members from which, as they said, the others of their group
 *     come, in the order in which they said so
 */
public record Ties(
    List<Set<String>> joined, Map<String, Set<String>> parted, List<List<String>> origins) {
  /** Nobody decided anything. */
  public static final Ties NONE = new Ties(List.of(), Map.of(), List.of());

  public Ties {
    joined = joined.stream().map(Set::copyOf).toList();
    parted = Map.copyOf(parted);
    origins = origins.stream().map(List::copyOf).toList();
  }

  /** Whether people put these two apart. */
  public boolean areParted(String one, String other) {
    return parted.getOrDefault(one, Set.of()).contains(other);
  }

  /**
   * The member that people name as the origin of a group; empty where they name none, or several.
   */
  public Optional<String> originOf(Collection<String> members) {
    Set<String> named = new LinkedHashSet<>();
    for (List<String> person : origins) {
      person.reversed().stream().filter(members::contains).findFirst().ifPresent(named::add);
    }
    return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
  }
}
