package org.tamga.cli.review;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.tamga.annotation.Event;
import org.tamga.corroboration.event.LinkedEvent;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.corroboration.independence.EchoGroup;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.corroboration.Corroborated;
import org.tamga.record.corroboration.EventLine;
import org.tamga.record.corroboration.GenealogyLine;
import org.tamga.record.corroboration.Sight;
import org.tamga.record.decision.GroupDecisions;
import org.tamga.record.decision.GroupMember;
import org.tamga.record.echo.ArchiveEchoes;
import org.tamga.record.echo.EchoLines;
import org.tamga.record.echo.Echoes;

/**
 * All that can be one with others in an archive: reports of events, figures, documents.
 *
 * @param found events and figures
 * @param echoes groups of documents
 */
record Members(ArchiveRecord record, Corroborated found, Echoes echoes) {
  private static final String PREFIX = "sha256:";

  static Members read(ArchiveView view, ArchiveRecord record) throws IOException {
    return new Members(
        record, Corroborated.read(record, Sight.KEEPER), ArchiveEchoes.upToDate(view, record));
  }

  /** The one that a person means, by its whole id or its beginning. */
  GroupMember named(String typed) {
    String digits = typed.toLowerCase(Locale.ROOT);
    digits = digits.startsWith(PREFIX) ? digits.substring(PREFIX.length()) : digits;
    if (!digits.matches("[0-9a-f]{" + ArchiveRecord.FEWEST_DIGITS + ",64}")) {
      throw refused(
          "'" + typed + "' is no id",
          "give at least " + ArchiveRecord.FEWEST_DIGITS + " digits of an id");
    }
    List<GroupMember> named = found.members(PREFIX + digits);
    if (named.isEmpty()) {
      return GroupMember.document(record.find(digits).id().toString());
    }
    if (named.size() > 1) {
      throw refused(
          "more than one report or figure has an id that begins with " + digits,
          "give more digits: " + named.getFirst().id());
    }
    return named.getFirst();
  }

  /** Those that are one with a member now, itself among them. */
  List<GroupMember> groupOf(GroupMember member) {
    if (member.target() != null) {
      return found.groupOf(member).stream().flatMap(id -> found.members(id).stream()).toList();
    }
    return echoes.groups().stream()
        .map(this::documents)
        .filter(group -> group.contains(member))
        .findFirst()
        .orElse(List.of(member));
  }

  private List<GroupMember> documents(EchoGroup group) {
    return group.documents().stream()
        .map(number -> GroupMember.document(echoes.sources().get(number).id()))
        .toList();
  }

  GroupDecisions decisions(GroupMember member) {
    return member.target() == null ? echoes.decisions() : found.decisions();
  }

  /** The line of the group that a member is in. */
  String line(GroupMember member) {
    if (member.target() == null) {
      return new EchoLines(echoes, number -> echoes.sources().get(number).file())
          .groups().stream()
              .filter(line -> line.contains("\"" + member.id() + "\""))
              .findFirst()
              .orElse("{\"type\":\"document\",\"id\":\"" + member.id() + "\"}");
    }
    List<String> ids = found.groupOf(member);
    if (member.of().equals(Event.TYPE)) {
      LinkedEvent event =
          found.events().stream()
              .filter(one -> Corroborated.ids(one).equals(ids))
              .findFirst()
              .orElseThrow();
      return EventLine.write(event, found.documents(), found.decisions().about(ids));
    }
    Genealogy genealogy =
        found.genealogies().stream()
            .filter(one -> Corroborated.ids(one).equals(ids))
            .findFirst()
            .orElseThrow();
    return GenealogyLine.write(genealogy, found.documents(), found.decisions().about(ids), null);
  }

  private static ArchiveException refused(String what, String hint) {
    return new ArchiveException(Reason.NOT_POSSIBLE, what, hint);
  }
}
