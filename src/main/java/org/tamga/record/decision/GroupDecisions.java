package org.tamga.record.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Target;
import org.tamga.corroboration.grouping.Ties;
import org.tamga.record.Decision;

/**
 * What people decided about which members are one, applied to the members that there are now.
 *
 * <p>A pure function of the decisions in the order of the log and of the members. What does not
 * find its member is orphaned and shown, never dropped. docs/spec/decisions.md, "Groups".
 */
public final class GroupDecisions {
  private final Map<String, Whole> byToken = new LinkedHashMap<>();
  private final List<GroupDecision> orphans = new ArrayList<>();

  /** One decision with all its members. */
  private static final class Whole {
    private final GroupDecisionKind kind;
    private final GroupDecision first;
    private final Map<String, String> sides = new LinkedHashMap<>();
    private final List<GroupDecision> undone = new ArrayList<>();

    Whole(GroupDecisionKind kind, GroupDecision first) {
      this.kind = kind;
      this.first = first;
    }

    boolean counts() {
      return undone.isEmpty() && !first.decision().isRevoked();
    }
  }

  /**
   * One decision about a group, for a person.
   *
   * @param decision what was decided
   * @param reason why; null where it must not be told
   * @param signer name and id of the key; null where it must not be told
   * @param members ids, as they are now
   * @param counts whether it was neither undone nor signed by a key that was revoked
   * @param event its place in the log
   */
  public record Shown(
      String decision,
      String time,
      @Nullable String reason,
      @Nullable String signer,
      List<String> members,
      boolean counts,
      long event) {
    public Shown {
      members = List.copyOf(members);
    }

    /** The same without anything that a person wrote, and without who. */
    public Shown withoutWords() {
      return new Shown(decision, time, null, null, members, counts, event);
    }
  }

  /**
   * Applies the decisions.
   *
   * @param decisions in the order of the log
   * @param kinds what is asked about: {@code event}, {@code figure}, {@code document}
   * @param members all that there are of those kinds
   * @param texts the text of a document, by its id, where a member's text is read otherwise now
   */
  public GroupDecisions(
      List<GroupDecision> decisions,
      Set<String> kinds,
      Collection<GroupMember> members,
      Function<String, Optional<CitedText>> texts) {
    Map<String, GroupMember> byId = new HashMap<>();
    Map<String, GroupMember> byPlace = new HashMap<>();
    for (GroupMember member : members) {
      byId.put(member.id(), member);
      byPlace.putIfAbsent(place(member.document(), member.of(), member.target()), member);
    }
    for (GroupDecision one : decisions) {
      GroupReading reading = one.reading();
      if (reading == null || kinds.contains(reading.of())) {
        take(one, reading, reading == null ? null : find(one, reading, byId, byPlace, texts));
      }
    }
  }

  private static String place(String document, String of, @Nullable Target target) {
    String words = target == null ? "" : target.text() + "\n" + target.parts();
    return document + "\n" + of + "\n" + words;
  }

  private static @Nullable String find(
      GroupDecision one,
      GroupReading reading,
      Map<String, GroupMember> byId,
      Map<String, GroupMember> byPlace,
      Function<String, Optional<CitedText>> texts) {
    GroupMember named = byId.get(one.decision().annotation());
    if (named != null && Objects.equals(parts(named.target()), parts(reading.target()))) {
      return named.id();
    }
    String document = one.document().toString();
    Target now = texts.apply(document).flatMap(reading::in).orElse(null);
    GroupMember found = now == null ? null : byPlace.get(place(document, reading.of(), now));
    return found == null ? null : found.id();
  }

  private static @Nullable List<Target.Part> parts(@Nullable Target target) {
    return target == null ? null : target.parts();
  }

  private void take(GroupDecision one, @Nullable GroupReading reading, @Nullable String member) {
    GroupDecisionKind kind = GroupDecisionKind.parse(one.decision().decision()).orElse(null);
    if (reading == null || kind == null) {
      orphans.add(one);
      return;
    }
    // Somebody else's token is somebody else's decision, whatever it says.
    String token = one.person() + "\n" + reading.token();
    Whole whole = byToken.get(token);
    if (kind == GroupDecisionKind.UNDONE) {
      if (whole != null && !one.decision().isRevoked()) {
        whole.undone.add(one);
      }
      return;
    }
    if (whole == null) {
      whole = new Whole(kind, one);
      byToken.put(token, whole);
    }
    if (member == null) {
      orphans.add(one);
    } else if (whole.kind == kind) {
      whole.sides.put(member, reading.side());
    }
  }

  /** What the decisions come to: of each person the last one stands, and nobody's wins. */
  public Ties ties() {
    Map<String, Map<String, GroupDecisionKind>> byPair = new TreeMap<>();
    Map<String, List<String>> origins = new TreeMap<>();
    for (Whole whole : byToken.values()) {
      String person = whole.first.person();
      if (!whole.counts()) {
        continue;
      }
      if (whole.kind == GroupDecisionKind.ORIGIN) {
        origins.computeIfAbsent(person, none -> new ArrayList<>()).addAll(whole.sides.keySet());
      }
      for (String pair : pairs(whole)) {
        byPair.computeIfAbsent(pair, none -> new TreeMap<>()).put(person, whole.kind);
      }
    }
    List<Set<String>> joined = new ArrayList<>();
    Map<String, Set<String>> parted = new HashMap<>();
    byPair.forEach(
        (pair, verdicts) -> {
          List<String> both = List.of(pair.split("\n", -1));
          Set<GroupDecisionKind> kinds = new HashSet<>(verdicts.values());
          if (kinds.equals(Set.of(GroupDecisionKind.JOINED))) {
            joined.add(new TreeSet<>(both));
          } else if (kinds.equals(Set.of(GroupDecisionKind.SPLIT))) {
            parted.computeIfAbsent(both.getFirst(), none -> new TreeSet<>()).add(both.getLast());
            parted.computeIfAbsent(both.getLast(), none -> new TreeSet<>()).add(both.getFirst());
          }
        });
    return new Ties(joined, parted, List.copyOf(origins.values()));
  }

  private static List<String> pairs(Whole whole) {
    List<String> pairs = new ArrayList<>();
    List<String> members = whole.sides.keySet().stream().sorted().toList();
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        boolean isAcross =
            !whole
                .sides
                .getOrDefault(members.get(i), "")
                .equals(whole.sides.getOrDefault(members.get(j), ""));
        boolean isMeant =
            whole.kind == GroupDecisionKind.JOINED
                || (whole.kind == GroupDecisionKind.SPLIT && isAcross);
        if (isMeant) {
          pairs.add(members.get(i) + "\n" + members.get(j));
        }
      }
    }
    return pairs;
  }

  /** The decisions about any of these members, in the order of the log. */
  public List<Shown> about(Collection<String> members) {
    Set<String> asked = new LinkedHashSet<>(members);
    List<Shown> shown = new ArrayList<>();
    for (Whole whole : byToken.values()) {
      if (whole.sides.keySet().stream().anyMatch(asked::contains)) {
        List<String> ids = List.copyOf(whole.sides.keySet());
        shown.add(shown(whole.first.decision(), ids, whole.counts()));
        whole.undone.forEach(one -> shown.add(shown(one.decision(), ids, true)));
      }
    }
    shown.sort(Comparator.comparingLong(Shown::event));
    return shown;
  }

  private static Shown shown(Decision decision, List<String> members, boolean counts) {
    return new Shown(
        decision.decision(),
        decision.time(),
        decision.reason(),
        decision.signer(),
        members,
        counts,
        decision.index());
  }

  /** The last decision of a person about a member that still counts; empty where there is none. */
  public Optional<GroupDecision> last(String person, String member) {
    GroupDecision last = null;
    for (Whole whole : byToken.values()) {
      boolean isMine = whole.first.person().equals(person) && whole.sides.containsKey(member);
      last = isMine && whole.counts() ? whole.first : last;
    }
    return Optional.ofNullable(last);
  }

  /** Decisions whose member is not to be found any more. */
  public List<GroupDecision> orphans() {
    return List.copyOf(orphans);
  }
}
