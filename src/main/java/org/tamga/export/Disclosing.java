package org.tamga.export;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.tamga.custody.Particulars;

/**
 * Which fields of an event are shown to somebody who is handed a proof.
 *
 * <p>docs/spec/bundle.md, "Making one".
 *
 * @param fields names of events.md, kind {@code acquired}
 */
public record Disclosing(NavigableSet<String> fields) {
  /** Shown unless somebody asks for more: what, how much, and when. */
  private static final Set<String> USUAL =
      Set.of("digest", "size", "received", "published", "captured");

  private static final Set<String> OTHERS = Set.of("name", "path", "handling", "program", "run");

  /**
   * What stays where a source is protected, even when it is asked for: all that names somebody, or
   * that ties the document to others of the same hand.
   */
  private static final Set<String> LEADS_TO_SOURCE =
      Set.of(
          "source",
          "collector",
          "machine",
          "path",
          "name",
          "reason",
          "handling",
          "container",
          "member",
          "program",
          "run");

  public Disclosing {
    for (String name : fields) {
      if (!USUAL.contains(name) && !OTHERS.contains(name) && !Particulars.NAMES.contains(name)) {
        throw new IllegalArgumentException("there is no field '" + name + "'");
      }
    }
    TreeSet<String> all = new TreeSet<>(fields);
    all.addAll(USUAL);
    fields = Collections.unmodifiableNavigableSet(all);
  }

  /** What of it may be shown where the source is protected. */
  Disclosing withoutSource() {
    TreeSet<String> left = new TreeSet<>(fields);
    left.removeAll(LEADS_TO_SOURCE);
    return new Disclosing(left);
  }
}
