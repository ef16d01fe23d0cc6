package org.tamga.record.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.CitedText;
import org.tamga.corroboration.grouping.Ties;
import org.tamga.record.Decision;
import org.tamga.text.Span;
import org.tamga.vault.Digest;

/** What several people's decisions about groups come to. */
class GroupDecisionsTest {
  private static final String WORDS =
      "The harbour council sent a letter to the governor of Tolmar on the first of March.";

  private final List<GroupDecision> log = new ArrayList<>();
  private final Map<String, CitedText> texts =
      Map.of(
          document("a"), new CitedText(WORDS),
          document("b"), new CitedText(WORDS),
          document("c"), new CitedText(WORDS));
  private final GroupMember a = member("a", WORDS);
  private final GroupMember b = member("b", WORDS);
  private final GroupMember c = member("c", WORDS);

  private static String document(String name) {
    return Digest.of(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
  }

  private static GroupMember member(String name, String text) {
    CitedText cited = new CitedText(text);
    var target = cited.quote(new Span(4, 50));
    Anchor anchor =
        Anchor.proposed(document(name), "event", target, new Anchor.Made("test/step", "1"));
    return new GroupMember(anchor.id(), document(name), "event", target);
  }

  private void decide(
      String person, GroupDecisionKind kind, String token, GroupMember member, String side) {
    GroupReading reading = new GroupReading("event", token, side, member.target());
    Decision decision =
        new Decision(
            log.size(),
            member.id(),
            kind.word(),
            "2031-04-02T10:00:00.000Z",
            "because",
            reading.write(),
            person + " 0a1b",
            false);
    log.add(
        new GroupDecision(
            Digest.parse(member.document()),
            decision,
            GroupReading.parse(decision.correction()).orElseThrow()));
  }

  private void join(String person, String token, GroupMember one, GroupMember other) {
    decide(person, GroupDecisionKind.JOINED, token, one, "1");
    decide(person, GroupDecisionKind.JOINED, token, other, "1");
  }

  private void split(String person, String token, GroupMember one, GroupMember other) {
    decide(person, GroupDecisionKind.SPLIT, token, one, "1");
    decide(person, GroupDecisionKind.SPLIT, token, other, "2");
  }

  private GroupDecisions decisions(GroupMember... members) {
    return new GroupDecisions(
        log, Set.of("event"), List.of(members), id -> Optional.ofNullable(texts.get(id)));
  }

  @Test
  void whatOnePersonJoinedIsJoined() {
    join("mira", "t1", a, b);
    Ties ties = decisions(a, b, c).ties();
    assertEquals(List.of(Set.of(a.id(), b.id())), ties.joined());
    assertTrue(ties.parted().isEmpty());
  }

  @Test
  void wherePeopleDisagreeNobodyWins() {
    join("mira", "t1", a, b);
    split("orla", "t2", a, b);
    assertEquals(Ties.NONE, decisions(a, b).ties());
    assertEquals(2, decisions(a, b).about(List.of(a.id())).size(), "both are shown");
  }

  @Test
  void aPersonsLaterDecisionTakesThePlaceOfAnEarlierOne() {
    join("mira", "t1", a, b);
    split("mira", "t2", a, b);
    Ties ties = decisions(a, b).ties();
    assertTrue(ties.joined().isEmpty());
    assertEquals(Set.of(b.id()), ties.parted().get(a.id()));
  }

  @Test
  void whatIsUndoneDoesNotCountAndIsShown() {
    join("mira", "t1", a, b);
    decide("mira", GroupDecisionKind.UNDONE, "t1", b, "1");
    GroupDecisions decisions = decisions(a, b);
    assertEquals(Ties.NONE, decisions.ties());
    List<GroupDecisions.Shown> shown = decisions.about(List.of(a.id()));
    assertEquals(List.of("joined", "undone"), shown.stream().map(one -> one.decision()).toList());
    assertFalse(shown.getFirst().counts());
  }

  @Test
  void nobodyCanUndoWhatSomebodyElseDecided() {
    join("mira", "t1", a, b);
    decide("orla", GroupDecisionKind.UNDONE, "t1", b, "1");
    assertEquals(1, decisions(a, b).ties().joined().size());
  }

  @Test
  void nobodyCanAddToSomebodyElsesDecision() {
    join("mira", "t1", a, b);
    decide("orla", GroupDecisionKind.JOINED, "t1", c, "1");
    assertEquals(List.of(Set.of(a.id(), b.id())), decisions(a, b, c).ties().joined());
  }

  @Test
  void aMemberIsFoundAgainByItsWordsWhenTheTextIsReadOtherwise() {
    join("mira", "t1", a, b);
    String longer = "Tolmar, Monday. " + WORDS;
    CitedText now = new CitedText(longer);
    GroupMember moved =
        new GroupMember(
            "sha256:" + "9".repeat(64), a.document(), "event", now.quote(new Span(20, 66)));
    GroupDecisions decisions =
        new GroupDecisions(
            log,
            Set.of("event"),
            List.of(moved, b),
            id -> Optional.of(id.equals(a.document()) ? now : new CitedText(WORDS)));
    assertEquals(List.of(Set.of(moved.id(), b.id())), decisions.ties().joined());
    assertTrue(decisions.orphans().isEmpty());
  }

  @Test
  void aMemberThatIsGoneIsOrphanedAndNotDropped() {
    join("mira", "t1", a, b);
    GroupDecisions decisions = decisions(b);
    assertEquals(Ties.NONE, decisions.ties());
    assertEquals(1, decisions.orphans().size());
    assertEquals(1, decisions.about(List.of(b.id())).size(), "the other member still shows it");
  }

  @Test
  void oneOriginCountsAndTwoOfTwoPeopleDoNot() {
    decide("mira", GroupDecisionKind.ORIGIN, "t1", a, "1");
    decide("mira", GroupDecisionKind.ORIGIN, "t2", b, "1");
    List<String> both = List.of(a.id(), b.id());
    assertEquals(Optional.of(b.id()), decisions(a, b).ties().originOf(both));
    decide("orla", GroupDecisionKind.ORIGIN, "t3", a, "1");
    assertEquals(Optional.empty(), decisions(a, b).ties().originOf(both));
  }

  @Test
  void whatAnotherProgramWroteIsNoReading() {
    String written = new GroupReading("event", "t", "1", a.target()).write();
    assertEquals(Optional.empty(), GroupReading.parse(written.replace("\"side\"", "\"sides\"")));
    assertEquals(Optional.empty(), GroupReading.parse("{\"group\":1}"));
    assertEquals(Optional.empty(), GroupReading.parse(written + " "));
    assertEquals(written, GroupReading.parse(written).orElseThrow().write());
  }
}
