package org.tamga.corroboration.grouping;

import java.util.List;

/**
 * A reason to take two members for one.
 *
 * @param one index of the one member
 * @param other index of the other, greater
 * @param strength the more, the likelier; points as the caller counts them
 * @param why in words for a person
 */
public record Affinity(int one, int other, int strength, List<String> why) {
  public Affinity {
    if (one >= other) {
      throw new IllegalArgumentException("a link goes from a member to a later one");
    }
    why = List.copyOf(why);
  }

  /** The member at the other end. */
  int from(int member) {
    return member == one ? other : one;
  }
}
