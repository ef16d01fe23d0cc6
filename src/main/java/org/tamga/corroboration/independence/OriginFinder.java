package org.tamga.corroboration.independence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.origin.Origin;

/**
 * Finds which document of a group is likely the one that the others come from.
 *
 * <p>What documents say themselves goes first: whom they name as their source, whose statement they
 * quote. Then the date of publication, if one document is earlier than all others. Where these
 * contradict each other, or nothing is known, the answer is "unknown". The date of a capture tells
 * when somebody looked, not when it was first there; it is only mentioned.
 */
final class OriginFinder {
  private final List<Source> sources;
  private final List<Integer> documents;
  private final List<Link> ties;
  private final List<String> why = new ArrayList<>();

  private OriginFinder(List<Source> sources, List<Integer> documents, List<Link> ties) {
    this.sources = sources;
    this.documents = documents;
    this.ties = ties;
  }

  static Origin of(List<Source> sources, List<Integer> documents, List<Link> ties) {
    return new OriginFinder(sources, documents, ties).find();
  }

  private Origin find() {
    Integer shown = shown();
    Integer earliest = earliest();
    if (shown != null) {
      if (earliest != null && !earliest.equals(shown) && !isSameDay(earliest, shown)) {
        String early = sources.get(earliest).file();
        return Origin.unknown(
            String.join("; ", why) + "; but " + early + " was published before it");
      }
      return new Origin(sources.get(shown).id(), null, why);
    }
    String outside = namedOutside();
    if (outside != null) {
      return new Origin(null, outside, List.of("they name " + outside + ", not in the archive"));
    }
    if (earliest != null) {
      Source first = sources.get(earliest);
      return new Origin(
          first.id(),
          null,
          List.of(first.file() + " was published first, on " + first.published()));
    }
    return Origin.unknown(captured());
  }

  /** The document that others show to be their source, if it is one alone. */
  private @Nullable Integer shown() {
    Map<Integer, Integer> votes = new TreeMap<>();
    Map<Integer, Integer> takers = new TreeMap<>();
    for (Link link : ties) {
      switch (link.judgement().source()) {
        case FIRST -> vote(link.first(), link.second(), link, votes, takers);
        case SECOND -> vote(link.second(), link.first(), link, votes, takers);
        case NOT_SHOWN -> {}
      }
    }
    votes.keySet().removeAll(takers.keySet());
    if (votes.size() != 1) {
      why.clear();
      return null;
    }
    return votes.keySet().iterator().next();
  }

  private void vote(
      int source, int taker, Link link, Map<Integer, Integer> votes, Map<Integer, Integer> takers) {
    votes.merge(source, 1, Integer::sum);
    takers.merge(taker, 1, Integer::sum);
    why.add(link.judgement().why().getFirst());
  }

  private boolean isSameDay(int one, int other) {
    String first = sources.get(one).published();
    return first != null && first.equals(sources.get(other).published());
  }

  /** The one document published before all others; null where two may be, or a date is unknown. */
  private @Nullable Integer earliest() {
    for (int document : documents) {
      if (sources.get(document).published() == null) {
        return null;
      }
    }
    List<Integer> sorted = new ArrayList<>(documents);
    sorted.sort(Comparator.comparing(document -> "" + sources.get(document).published()));
    String first = "" + sources.get(sorted.getFirst()).published();
    String second = "" + sources.get(sorted.get(1)).published();
    // "2031-02" may be later than "2031-02-11": months are no days.
    return second.startsWith(first) ? null : sorted.getFirst();
  }

  /** A source that every document names and that put out none of them. */
  private @Nullable String namedOutside() {
    for (String name :
        new java.util.TreeSet<>(sources.get(documents.getFirst()).credits().credited())) {
      boolean byAll = name.indexOf(' ') > 0;
      for (int document : documents) {
        byAll &= sources.get(document).credits().credited().contains(name);
        byAll &= !sources.get(document).credits().own().contains(name);
      }
      if (byAll) {
        return name;
      }
    }
    return null;
  }

  private String captured() {
    List<Integer> seen = new ArrayList<>();
    for (int document : documents) {
      if (sources.get(document).captured() != null) {
        seen.add(document);
      }
    }
    seen.sort(Comparator.comparing(document -> "" + sources.get(document).captured()));
    return seen.isEmpty()
        ? "no document is shown to be the first: dates of publication are missing or the same"
        : "dates of publication are missing or the same; "
            + sources.get(seen.getFirst()).file()
            + " was captured first, which does not mean that it was there first";
  }
}
