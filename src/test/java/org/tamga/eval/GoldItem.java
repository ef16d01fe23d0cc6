package org.tamga.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a careful reader finds in a text of the gold set.
 *
 * @param values its keys, as eval/README.md lists them
 * @param extents the words that it rests on, each an equally right choice; the first is the main
 *     one
 */
record GoldItem(Map<String, Object> values, List<BitSet> extents) {
  GoldItem {
    values = Map.copyOf(values);
    extents = List.copyOf(extents);
  }

  /** The item that these values describe; refused where it does not quote the text. */
  static GoldItem of(Map<String, Object> values, WordPlaces words) {
    String exact = (String) Objects.requireNonNull(values.get("exact"), "exact");
    int occurrence = values.get("occurrence") instanceof BigDecimal number ? number.intValue() : 1;
    int start = words.placeOf(exact, occurrence);
    List<BitSet> extents = new ArrayList<>();
    BitSet whole = new BitSet();
    int from = start;
    for (String part : texts(values, "parts").isEmpty() ? List.of(exact) : texts(values, "parts")) {
      int at = words.nextPlaceOf(part, from);
      whole.or(words.within(at, at + part.length()));
      from = at + part.length();
    }
    extents.add(whole);
    for (String also : texts(values, "also")) {
      int at = words.nearestPlaceOf(also, start);
      extents.add(words.within(at, at + also.length()));
    }
    return new GoldItem(values, extents);
  }

  String exact() {
    return (String) values.getOrDefault("exact", "");
  }

  boolean optional() {
    return flag("optional");
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  @Nullable String text(String key) {
    return values.get(key) instanceof String text ? text : null;
  }

  @Nullable BigDecimal number(String key) {
    return values.get(key) instanceof BigDecimal number ? number : null;
  }

  List<String> texts(String key) {
    return texts(values, key);
  }

  private static List<String> texts(Map<String, Object> values, String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(String.class::cast).toList()
        : List.of();
  }

  /** The best overlap of these words with any of its extents: shared words by all words. */
  double overlap(BitSet found) {
    double best = 0;
    for (BitSet extent : extents) {
      best = Math.max(best, (double) shared(extent, found) / joined(extent, found));
    }
    return best;
  }

  /** How much of the shorter of the two lies in the longer, at best. */
  double containment(BitSet found) {
    double best = 0;
    for (BitSet extent : extents) {
      int shorter = Math.max(1, Math.min(extent.cardinality(), found.cardinality()));
      best = Math.max(best, (double) shared(extent, found) / shorter);
    }
    return best;
  }

  /** The share of these words that lies in its main extent. */
  double holds(BitSet found) {
    return (double) shared(extents.getFirst(), found) / Math.max(1, found.cardinality());
  }

  private static int shared(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }

  private static int joined(BitSet one, BitSet other) {
    BitSet either = (BitSet) one.clone();
    either.or(other);
    return Math.max(1, either.cardinality());
  }
}
