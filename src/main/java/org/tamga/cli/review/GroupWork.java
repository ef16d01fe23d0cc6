package org.tamga.cli.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.decision.Deciding;
import org.tamga.record.decision.GroupDecisionKind;
import org.tamga.record.decision.GroupMember;
import org.tamga.vault.SystemDisk;

/**
 * A person decides which reports of events, figures and documents are one.
 *
 * @param ids as typed: members of groups
 */
record GroupWork(PersonOption person, List<String> ids, String reason, boolean json) {
  /** What can be done. */
  enum Action {
    /** All that are named are one. */
    JOIN,
    /** Those that are named leave the group that they are in. */
    SPLIT,
    /** The others of its group come from it. */
    ORIGIN,
    /** What this person decided last about the group shall not count. */
    UNDO;

    static Optional<Action> parse(String typed) {
      return Arrays.stream(values())
          .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(typed))
          .findFirst();
    }
  }

  int call(Action action) {
    String wrong = wrong(action);
    if (wrong != null) {
      return person
          .archive()
          .complain(wrong, "tamga decide --help tells how it is meant", ExitStatus.WRONG_USAGE);
    }
    return person
        .archive()
        .attempt(
            () -> {
              GroupMember[] first = new GroupMember[1];
              person.seal(deciding -> first[0] = decide(action, deciding));
              tell(first[0]);
              return ExitStatus.GOOD;
            });
  }

  private @Nullable String wrong(Action action) {
    if (reason.isBlank()) {
      return "no reason was given";
    }
    if (action == Action.JOIN && ids.size() < 2) {
      return "join needs two IDs or more";
    }
    boolean isOne = action == Action.ORIGIN || action == Action.UNDO;
    return isOne && ids.size() != 1
        ? action.name().toLowerCase(Locale.ROOT) + " needs one ID"
        : null;
  }

  private GroupMember decide(Action action, Deciding deciding) throws IOException {
    Members found = Members.read(deciding.view(), deciding.record());
    List<GroupMember> members = new ArrayList<>();
    for (String id : ids) {
      members.add(found.named(id));
    }
    members = members.stream().distinct().toList();
    if (members.stream().map(GroupMember::of).distinct().count() > 1) {
      throw refused(
          "reports of events, figures and documents cannot be one with each other",
          "name things of one kind");
    }
    GroupMember first = members.getFirst();
    switch (action) {
      case JOIN -> {
        if (members.size() < 2) {
          throw refused("all IDs name one thing", "name two or more");
        }
        deciding.group(GroupDecisionKind.JOINED, members, List.of(), reason);
      }
      case ORIGIN -> deciding.group(GroupDecisionKind.ORIGIN, members, List.of(), reason);
      case UNDO -> deciding.undo(first, found.decisions(first), reason);
      case SPLIT -> {
        List<GroupMember> together = found.groupOf(first);
        List<GroupMember> others = new ArrayList<>(together);
        others.removeAll(members);
        if (others.isEmpty() || !together.containsAll(members)) {
          throw refused(
              "there is no group from which all of these could be split",
              "name members of one group, and not all of them");
        }
        deciding.group(GroupDecisionKind.SPLIT, members, others, reason);
      }
    }
    return first;
  }

  private void tell(GroupMember member) throws IOException {
    PrintWriter out = person.archive().out();
    ArchiveView view = ArchiveView.open(new SystemDisk(), person.archive().folder());
    try (ArchiveRecord record = ArchiveRecord.open(view)) {
      Members found = Members.read(view, record);
      if (json) {
        out.println(found.line(member));
        return;
      }
      List<GroupMember> group = found.groupOf(member);
      out.println(
          "Sealed. With "
              + member.id()
              + (group.size() == 1 ? " there is nothing else now." : ":"));
      for (GroupMember one : group.size() == 1 ? List.<GroupMember>of() : group) {
        String words =
            one.target() == null ? record.find(one.id()).file() : "“" + one.target().exact() + "”";
        out.println(Shown.safely("  " + one.id().substring(7, 19) + "  " + words));
      }
    }
  }

  private static ArchiveException refused(String what, String hint) {
    return new ArchiveException(Reason.NOT_POSSIBLE, what, hint);
  }
}
