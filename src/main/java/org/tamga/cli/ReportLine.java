package org.tamga.cli;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.FileName;
import org.tamga.custody.Json;
import org.tamga.intake.Ledger;

/** The lines that {@code add --json} prints; docs/spec/add.md. */
final class ReportLine {
  private ReportLine() {}

  /**
   * The line of one file.
   *
   * @param document its digest; null where it is not in the archive
   * @param index the log index of its acquisition; negative where there is none
   * @param reason why it was not taken in, or not read; null where all went well
   */
  static String of(
      String status,
      FileName file,
      @Nullable String document,
      long index,
      @Nullable String reason) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("file", Json.text(file.display()));
    members.put("status", Json.text(status));
    if (document != null) {
      members.put("document", Json.text(document));
      members.put("index", Json.whole(index));
      members.put("reading", Json.text(reason == null ? "read" : "notRead"));
    }
    if (reason != null) {
      members.put("reason", Json.text(reason));
    }
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
