package org.tamga.corroboration.genealogy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who or what is counted, as the groups that the wording names.
 *
 * @param label the wording, for a person
 * @param groups of which it is made up; empty where the text only says "those"
 * @param names all words of the groups that are written as names
 * @param heads all nouns that name a group
 */
record Population(String label, List<Group> groups, Set<String> names, Set<String> heads) {
  /** Nobody named. */
  static final Population UNNAMED = of("", List.of());

  Population {
    groups = List.copyOf(groups);
    names = Set.copyOf(names);
    heads = Set.copyOf(heads);
  }

  static Population of(String label, List<Group> groups) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> heads = new LinkedHashSet<>();
    groups.forEach(group -> names.addAll(group.names()));
    groups.forEach(group -> heads.addAll(group.heads()));
    return new Population(label, groups, names, heads);
  }

  /**
   * One group of people or things, by stems of its words.
   *
   * @param heads the nouns that name it
   * @param names words written as names, that say which ones
   */
  record Group(Set<String> heads, Set<String> names) {
    Group {
      heads = Set.copyOf(heads);
      names = Set.copyOf(names);
    }
  }

  /** How much two populations have in common. */
  enum Kinship {
    /** No group. */
    NONE,
    /** A noun that many groups in many places have. */
    BROAD,
    /** A group by its name. */
    NAMED
  }

  boolean isUnnamed() {
    return groups.isEmpty();
  }

  Kinship kinship(Population other) {
    Kinship closest = Kinship.NONE;
    for (Group mine : groups) {
      for (Group theirs : other.groups) {
        Kinship kinship = kinship(mine, theirs);
        closest = kinship.compareTo(closest) > 0 ? kinship : closest;
      }
    }
    return closest;
  }

  private static Kinship kinship(Group one, Group other) {
    if (!share(one.heads(), other.heads())) {
      return Kinship.NONE;
    }
    if (share(one.names(), other.names())) {
      return Kinship.NAMED;
    }
    return one.names().isEmpty() || other.names().isEmpty() ? Kinship.BROAD : Kinship.NONE;
  }

  /** Whether both are named, and by no name in common. */
  boolean excludes(Population other) {
    return !names.isEmpty() && !other.names.isEmpty() && !share(names, other.names);
  }

  static boolean share(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }
}
