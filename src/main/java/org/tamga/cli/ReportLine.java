package org.tamga.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.FileName;
import org.tamga.custody.Json;
import org.tamga.intake.Ledger;
import org.tamga.text.Reading.Warning;

/** The lines that {@code add --json} prints; docs/spec/add.md. */
final class ReportLine {
  private ReportLine() {}

  /**
   * The line of a document that is sealed.
   *
   * @param index the log index of its acquisition
   * @param notRead why it was not read; null where it was
   * @param warnings what a person should know before opening it
   */
  static String of(
      String status, Acquired event, long index, @Nullable String notRead, List<Warning> warnings) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("file", Json.text(event.path().display()));
    members.put("status", Json.text(status));
    members.put("document", Json.text(event.digest().toString()));
    members.put("index", Json.whole(index));
    members.put("reading", Json.text(notRead == null ? "read" : "notRead"));
    put(members, "reason", notRead);
    if (!warnings.isEmpty()) {
      members.put("warnings", new Json.Array(warnings.stream().map(ReportLine::json).toList()));
    }
    put(members, "container", event.particulars().get("container"));
    put(members, "member", event.particulars().get("member"));
    return CanonicalJson.write(new Json.Members(members));
  }

  private static Json json(Warning warning) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("code", Json.text(warning.code()));
    members.put("words", Json.text(warning.words()));
    return new Json.Members(members);
  }

  private static void put(Map<String, Json> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, Json.text(value));
    }
  }

  /** The line of a file that was not taken in. */
  static String of(String status, FileName file, String reason) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("file", Json.text(file.display()));
    members.put("status", Json.text(status));
    members.put("reason", Json.text(reason));
    return CanonicalJson.write(new Json.Members(members));
  }

  /** The last line: the ledger. */
  static String of(Ledger ledger) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("in", Json.whole(ledger.in()));
    members.put("sealed", Json.whole(ledger.sealed()));
    members.put("alreadySealed", Json.whole(ledger.alreadySealed()));
    members.put("failed", Json.whole(ledger.failed()));
    members.put("excluded", Json.whole(ledger.excluded()));
    members.put("documents", Json.whole(ledger.documents()));
    members.put("read", Json.whole(ledger.read()));
    members.put("notRead", Json.whole(ledger.notRead()));
    return CanonicalJson.write(new Json.Members(members));
  }
}
