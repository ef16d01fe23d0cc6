package org.tamga.corroboration.independence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a claim: how many documents, and how many of them do not depend on one another.
 *
 * <p>It counts sources; it never says that what they claim is so. Where it is not known whether two
 * of them depend on each other, the count is between {@code least} and {@code most}.
 *
 * @param documents how many documents make the claim
 * @param parties those that count as one source each
 * @param least how many sources there are if all that may depend on each other do
 * @param why in words, for a person
 */
public record Corroboration(int documents, List<Party> parties, int least, String why) {
  public Corroboration {
    parties = List.copyOf(parties);
  }

  /** How many sources there are if none of those that may depend on each other do. */
  public int most() {
    return parties.size();
  }

  /**
   * One document that makes the claim.
   *
   * @param document its place in the list of documents
   * @param saidBy to whom it ascribes the claim, by name; null where it makes the claim itself or
   *     names nobody
   */
  public record Claimant(int document, @Nullable String saidBy) {}

  /**
   * Documents that count as one source.
   *
   * @param documents their places in the list of documents
   * @param why what makes them one, or why the one stands apart
   */
  public record Party(List<Integer> documents, String why) {
    public Party {
      documents = List.copyOf(documents);
    }
  }

  /** Counts the sources of a claim. */
  public static Corroboration of(
      List<Claimant> claimants, List<Source> sources, List<EchoGroup> groups, List<Link> links) {
    Counting counting = new Counting(claimants, sources);
    counting.byGroup(groups);
    counting.byLink(links);
    counting.bySpeaker();
    List<Party> parties = counting.parties();
    int least = counting.least(links, parties.size());
    String why =
        least == parties.size()
            ? "%d documents, %d sources that do not depend on one another"
                .formatted(claimants.size(), least)
            : "%d documents; between %d and %d sources: for some it is not known"
                .formatted(claimants.size(), least, parties.size());
    return new Corroboration(claimants.size(), parties, least, why);
  }

  /** Puts claimants together that are one source. */
  private static final class Counting {
    private final List<Claimant> claimants;
    private final List<Source> sources;
    private final int[] parents;
    private final Map<Integer, String> reasons = new TreeMap<>();
    private final Map<Integer, Integer> places = new TreeMap<>();

    Counting(List<Claimant> claimants, List<Source> sources) {
      this.claimants = claimants;
      this.sources = sources;
      parents = new int[claimants.size()];
      for (int i = 0; i < parents.length; i++) {
        parents[i] = i;
        places.putIfAbsent(claimants.get(i).document(), i);
      }
    }

    private int root(int place) {
      int at = place;
      while (parents[at] != at) {
        at = parents[at];
      }
      return at;
    }

    private void unite(int one, int other, String why) {
      int first = Math.min(root(one), root(other));
      int second = Math.max(root(one), root(other));
      if (first != second) {
        parents[second] = first;
        reasons.merge(
            first, why, (known, more) -> known.contains(more) ? known : known + "; " + more);
      }
    }

    void byGroup(List<EchoGroup> groups) {
      for (EchoGroup group : groups) {
        Integer first = null;
        for (int document : group.documents()) {
          Integer place = places.get(document);
          if (place != null && first != null) {
            unite(first, place, "they come from one origin: " + group.origin().why().getFirst());
          }
          first = first == null ? place : first;
        }
      }
    }

    void byLink(List<Link> links) {
      for (Link link : links) {
        Integer one = places.get(link.first());
        Integer other = places.get(link.second());
        if (one != null && other != null && link.binds()) {
          unite(one, other, link.judgement().why().getFirst());
        }
      }
    }

    /** Two who report one speaker have it from one mouth; so has whoever reports a statement. */
    void bySpeaker() {
      Map<String, Integer> bySpeaker = new TreeMap<>();
      for (int i = 0; i < claimants.size(); i++) {
        String speaker = claimants.get(i).saidBy();
        if (speaker != null) {
          String name = speaker.toLowerCase(Locale.ROOT);
          Integer known = bySpeaker.putIfAbsent(name, i);
          if (known != null) {
            unite(known, i, "they all have it from " + speaker);
          }
        }
      }
      for (int i = 0; i < claimants.size(); i++) {
        for (String own : sources.get(claimants.get(i).document()).credits().own()) {
          Integer teller = bySpeaker.get(own);
          if (teller != null) {
            unite(i, teller, "they all have it from " + claimants.get(teller).saidBy());
          }
        }
      }
    }

    List<Party> parties() {
      Map<Integer, List<Integer>> members = new TreeMap<>();
      for (int i = 0; i < parents.length; i++) {
        members
            .computeIfAbsent(root(i), root -> new ArrayList<>())
            .add(claimants.get(i).document());
      }
      List<Party> parties = new ArrayList<>();
      members.forEach(
          (root, documents) ->
              parties.add(
                  new Party(
                      documents,
                      reasons.getOrDefault(
                          root, "no passage, no retelling and no credit ties it to the others"))));
      return parties;
    }

    /** Sources left when all that may depend on each other are put together. */
    int least(List<Link> links, int most) {
      int left = most;
      for (Link link : links) {
        Integer one = places.get(link.first());
        Integer other = places.get(link.second());
        boolean isOpen = link.judgement().verdict() == Verdict.UNKNOWN;
        if (isOpen && one != null && other != null && root(one) != root(other)) {
          unite(one, other, "");
          left--;
        }
      }
      return left;
    }
  }
}
