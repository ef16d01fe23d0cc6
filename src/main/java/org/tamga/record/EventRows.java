package org.tamga.record;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.CustodyEvent.Decided;
import org.tamga.custody.CustodyEvent.Linked;
import org.tamga.custody.CustodyEvent.Removal;
import org.tamga.custody.EventKind;
import org.tamga.custody.EventSignature;
import org.tamga.custody.FileName;
import org.tamga.custody.Handling;
import org.tamga.custody.Json;
import org.tamga.custody.LoggedEvent;
import org.tamga.custody.Particulars;
import org.tamga.vault.Digest;

/** Turns events of the log into rows; the texts of the documents are no part of this. */
final class EventRows {
  private static final String ACQUISITIONS =
      "SELECT log, name, path, received, program, run, particulars, handling, withheld"
          + " FROM acquisition WHERE document = ? ORDER BY log";

  private final Database database;
  private final Set<String> touched = new LinkedHashSet<>();
  private final Set<String> decidedAbout = new LinkedHashSet<>();

  EventRows(Database database) {
    this.database = database;
  }

  /**
   * Takes one event.
   *
   * @param destroyed whether a later event destroys it; then what it says is not taken
   */
  void add(LoggedEvent logged, boolean destroyed) {
    CustodyEvent event = destroyed ? null : logged.event().orElse(null);
    String kind = logged.entry().kind().word();
    Long about = logged.entry().index().isPresent() ? logged.entry().index().getAsLong() : null;
    switch (event) {
      case null -> insertEvent(logged, kind, null, null, about, null, 1);
      case CustodyEvent.Created created ->
          insertEvent(logged, kind, created.time(), null, null, null, 0);
      case CustodyEvent.KeyAdded added ->
          insertEvent(logged, kind, added.time(), null, null, null, 0);
      case CustodyEvent.Repaired repaired ->
          insertEvent(logged, kind, repaired.time(), null, null, null, 0);
      case CustodyEvent.KeyClosed closed ->
          insertEvent(logged, kind, closed.time(), null, null, closed.reason(), 0);
      case CustodyEvent.KeyRevoked revoked -> {
        insertEvent(logged, kind, revoked.time(), null, null, revoked.reason(), 0);
        revoke(revoked);
      }
      case Acquired acquired -> {
        String document = acquired.digest().toString();
        insertEvent(logged, kind, acquired.received(), document, null, null, 0);
        insert(logged.index(), acquired);
        touched.add(document);
      }
      case Linked linked -> {
        insertEvent(logged, kind, linked.time(), linked.digest().toString(), null, null, 0);
        database.run(
            "INSERT INTO link VALUES (?, ?, ?, ?, ?)",
            logged.index(),
            linked.digest().toString(),
            linked.relation().word(),
            linked.other().toString(),
            linked.time());
      }
      case Removal removal -> {
        long target = acquisitionMeant(removal.about());
        insertEvent(logged, kind, removal.time(), documentOf(target), about, removal.reason(), 0);
        if (removal.kind() != EventKind.DESTROYED) {
          database.run(
              "UPDATE acquisition SET withheld = ? WHERE log = ?",
              removal.kind() == EventKind.WITHHELD ? 1 : 0,
              target);
        }
      }
      case Decided decided -> {
        insertEvent(logged, kind, decided.time(), decided.digest().toString(), null, null, 0);
        insert(logged, decided);
        decidedAbout.add(decided.digest().toString());
      }
    }
  }

  private void insertEvent(
      LoggedEvent logged,
      String kind,
      @Nullable String time,
      @Nullable String document,
      @Nullable Long about,
      @Nullable String reason,
      int erased) {
    database.run(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)",
        logged.index(),
        kind,
        time,
        document,
        about,
        reason,
        erased);
  }

  private void insert(long index, Acquired acquired) {
    ParticularsText particulars = new ParticularsText(acquired.particulars());
    database.run(
        "INSERT INTO acquisition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        index,
        acquired.digest().toString(),
        acquired.size(),
        CanonicalJson.write(acquired.name().json()),
        CanonicalJson.write(acquired.path().json()),
        acquired.received(),
        acquired.program(),
        acquired.run(),
        particulars.canonical(),
        acquired.handling() == null ? null : CanonicalJson.write(acquired.handling().json()));
  }

  private void insert(LoggedEvent logged, Decided decided) {
    database.run(
        "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, NULL)",
        logged.index(),
        decided.digest().toString(),
        decided.annotation(),
        decided.decision(),
        decided.time(),
        decided.reason(),
        decided.correction(),
        logged.signature().map(EventSignature::signer).orElse(null));
  }

  /** Somebody else had the key: what it signed since counts for nothing, and is still shown. */
  private void revoke(CustodyEvent.KeyRevoked revoked) {
    String signer = revoked.signer();
    decidedAbout.addAll(
        database.list(
            "SELECT DISTINCT document FROM decision WHERE signer = ? AND log >= ?",
            row -> row.getString(1),
            signer,
            revoked.from()));
    database.run(
        "UPDATE decision SET revoked = 1 WHERE signer = ? AND log >= ?", signer, revoked.from());
  }

  /** A release may name the withholding that it ends, or the event that was withheld. */
  private long acquisitionMeant(long about) {
    List<Long> named =
        database.list(
            "SELECT about FROM event WHERE log = ? AND kind = 'withheld'",
            row -> row.getLong(1),
            about);
    return named.isEmpty() ? about : named.getFirst();
  }

  private @Nullable String documentOf(long acquisition) {
    List<String> found =
        database.list(
            "SELECT document FROM acquisition WHERE log = ?", row -> row.getString(1), acquisition);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Particulars as one canonical text and back. */
  private record ParticularsText(Particulars particulars) {
    String canonical() {
      java.util.TreeMap<String, Json> members = new java.util.TreeMap<>();
      particulars.values().forEach((name, value) -> members.put(name, Json.text(value)));
      return CanonicalJson.write(new Json.Members(members));
    }

    static Particulars parse(String canonical) {
      Particulars particulars = Particulars.NONE;
      for (var member : CanonicalJson.parse(canonical).asMembers().members().entrySet()) {
        particulars = particulars.with(member.getKey(), member.getValue().asText());
      }
      return particulars;
    }
  }

  /** All acquisitions of a document in the order of the log. */
  static List<Acquisition> acquisitions(Database database, String document) {
    return database.list(
        ACQUISITIONS,
        row -> {
          String handling = row.getString(8);
          return new Acquisition(
              row.getLong(1),
              FileName.parse(CanonicalJson.parse(row.getString(2))),
              FileName.parse(CanonicalJson.parse(row.getString(3))),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              ParticularsText.parse(row.getString(7)),
              handling == null ? Handling.OPEN : Handling.parse(CanonicalJson.parse(handling)),
              row.getInt(9) != 0);
        },
        document);
  }

  /**
   * Makes or changes the rows of the documents that the events brought in; whatever must be read or
   * annotated is marked as pending.
   *
   * @return whether a document came in of which something had been said before it was there
   */
  boolean settleDocuments() {
    boolean wasMissed = false;
    Set<String> unresolved =
        new HashSet<>(database.list("SELECT document FROM unresolved", row -> row.getString(1)));
    for (String document : touched) {
      List<Acquisition> acquisitions = acquisitions(database, document);
      String known = CanonicalJson.write(Known.of(acquisitions).json());
      List<String> before =
          database.list(
              "SELECT known FROM document WHERE id = ?", row -> row.getString(1), document);
      if (before.isEmpty()) {
        wasMissed |= unresolved.contains(document);
        database.run(
            "INSERT INTO document (id, first, size, known, pending)"
                + " SELECT document, log, size, ?, 1 FROM acquisition WHERE log = ?",
            known,
            acquisitions.getFirst().index());
      } else if (!before.getFirst().equals(known)) {
        database.run("UPDATE document SET known = ?, pending = 1 WHERE id = ?", known, document);
      }
    }
    for (String document : decidedAbout) {
      database.run("UPDATE document SET pending = 1 WHERE id = ?", document);
    }
    touched.clear();
    decidedAbout.clear();
    dropUnresolved();
    return wasMissed;
  }

  /** What is said of a document that is not (or no longer) there may hold words of its text. */
  private void dropUnresolved() {
    for (String table : List.of("decision", "link")) {
      database.run(
          "INSERT OR IGNORE INTO unresolved SELECT document FROM "
              + table
              + " WHERE document NOT IN (SELECT id FROM document)");
      database.run("DELETE FROM " + table + " WHERE document NOT IN (SELECT id FROM document)");
    }
    database.run(
        "INSERT OR IGNORE INTO unresolved SELECT other FROM link"
            + " WHERE other NOT IN (SELECT id FROM document)");
    database.run("DELETE FROM link WHERE other NOT IN (SELECT id FROM document)");
  }

  /** The ids of all documents. */
  static Set<Digest> documents(Database database) {
    return new HashSet<>(
        database.list("SELECT id FROM document", row -> Digest.parse(row.getString(1))));
  }
}
