package org.tamga.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.record.Derivation.Derived;
import org.tamga.record.decision.GroupDecision;
import org.tamga.record.decision.GroupReading;
import org.tamga.record.decision.Orphan;
import org.tamga.record.decision.Review;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.record.decision.SignedReading;
import org.tamga.vault.Digest;

/** The rows of what documents say, with what people decided about it. */
final class DecisionRows {
  private static final String DECISIONS =
      "SELECT log, annotation, decision, time, reason, correction, signer, revoked, applies"
          + " FROM decision WHERE document = ?"
          // What was decided about groups is no decision about what an annotation says.
          + " AND (correction IS NULL OR correction NOT LIKE '{\"group\":%') ORDER BY log";
  private static final String ANNOTATION = "SELECT line, proposal, disputed, own, fields, document";

  private final Database database;
  private final Digest document;
  private final String file;

  DecisionRows(Database database, Digest document, String file) {
    this.database = database;
    this.document = document;
    this.file = file;
  }

  /**
   * Replaces the rows of the document's annotations by those that its decisions make of them.
   *
   * @return a text that changes with the decisions; empty where there are none
   */
  String write(Derived derived) {
    String id = document.toString();
    List<Decision> decisions = decisions(database, document);
    Review.Outcome outcome = Review.of(id, derived.content(), derived.annotations(), decisions);
    database.run("DELETE FROM annotation WHERE document = ?", id);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < outcome.annotations().size(); i++) {
      ReviewedAnnotation one = outcome.annotations().get(i);
      String line =
          decisions.isEmpty()
              ? derived.lines().get(i)
              : RecordLines.write(id, file, one.annotation());
      insert(i, one, line);
      all.append(decisions.isEmpty() ? "" : line + "\n");
    }
    for (Decision decision : decisions) {
      database.run(
          "UPDATE decision SET applies = ? WHERE log = ?",
          outcome.applied().get(decision.index()),
          decision.index());
    }
    return all.toString();
  }

  private void insert(int place, ReviewedAnnotation one, String line) {
    Annotation annotation = one.annotation();
    database.run(
        "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        document.toString(),
        place,
        annotation.id(),
        annotation.type(),
        annotation.anchor().status().name().toLowerCase(Locale.ROOT),
        line,
        one.proposal() == null
            ? null
            : RecordLines.write(document.toString(), file, one.proposal()),
        one.isDisputed() ? 1 : 0,
        one.hasOwnWords() ? 1 : 0,
        one.set().isEmpty() ? null : written(one.set()));
  }

  private static String written(SortedMap<String, String> set) {
    TreeMap<String, Json> members = new TreeMap<>();
    set.forEach((name, value) -> members.put(name, Json.text(value)));
    return CanonicalJson.write(new Json.Members(members));
  }

  private static SortedMap<String, String> fields(@Nullable String written) {
    TreeMap<String, String> set = new TreeMap<>();
    if (written != null) {
      CanonicalJson.parse(written)
          .asMembers()
          .members()
          .forEach((name, value) -> set.put(name, value.asText()));
    }
    return set;
  }

  /** How many annotations of each type, without those that people rejected. */
  static SortedMap<String, Integer> counts(Database database, String document) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    database.list(
        "SELECT type, count(*) FROM annotation WHERE document = ? AND status <> 'rejected'"
            + " GROUP BY type",
        row -> counts.put(row.getString(1), row.getInt(2)),
        document);
    return counts;
  }

  static List<Decision> decisions(Database database, Digest document) {
    return database.list(DECISIONS, DecisionRows::decision, document.toString());
  }

  /** What people decided about groups, in the order of the log. */
  static List<GroupDecision> groups(Database database) {
    return database.list(
        "SELECT log, annotation, decision, time, reason, correction, signer, revoked, document"
            + " FROM decision WHERE correction LIKE '{\"group\":%' ORDER BY log",
        row ->
            new GroupDecision(
                Digest.parse(row.getString(9)),
                decision(row),
                GroupReading.parse(row.getString(6)).orElse(null)));
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getInt(8) != 0);
  }

  static List<ReviewedAnnotation> reviewed(Database database, Digest document) {
    Map<String, List<Decision>> decided = new LinkedHashMap<>();
    database.list(
        DECISIONS,
        row -> {
          String applies = row.getString(9);
          Decision decision = decision(row);
          return applies != null
              && decided.computeIfAbsent(applies, none -> new ArrayList<>()).add(decision);
        },
        document.toString());
    return database
        .list(
            ANNOTATION + " FROM annotation WHERE document = ? ORDER BY place",
            DecisionRows::annotation,
            document.toString())
        .stream()
        .map(one -> one.with(decided.getOrDefault(one.annotation().id(), List.of())))
        .toList();
  }

  private static ReviewedAnnotation annotation(ResultSet row) throws SQLException {
    String proposal = row.getString(2);
    return new ReviewedAnnotation(
        RecordLineReader.annotation(row.getString(1)),
        proposal == null ? null : RecordLineReader.annotation(proposal),
        row.getInt(3) != 0,
        row.getInt(4) != 0,
        fields(row.getString(5)),
        List.of());
  }

  /** At most two annotations whose id begins so. */
  static List<ArchiveRecord.Found> find(Database database, String start) {
    List<ArchiveRecord.Found> found =
        database.list(
            ANNOTATION + " FROM annotation WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",
            row -> new ArchiveRecord.Found(Digest.parse(row.getString(6)), annotation(row)),
            start,
            start + "g");
    List<ArchiveRecord.Found> whole = new ArrayList<>();
    for (ArchiveRecord.Found one : found) {
      for (ReviewedAnnotation reviewed : reviewed(database, one.document())) {
        if (reviewed.annotation().id().equals(one.reviewed().annotation().id())) {
          whole.add(new ArchiveRecord.Found(one.document(), reviewed));
        }
      }
    }
    return whole;
  }

  static Optional<ArchiveRecord.Found> decidedAt(Database database, long index) {
    return database
        .list(
            "SELECT applies FROM decision WHERE log = ? AND applies IS NOT NULL",
            row -> row.getString(1),
            index)
        .stream()
        .flatMap(id -> find(database, id).stream())
        .findFirst();
  }

  static List<Orphan> orphans(Database database, Digest document) {
    Map<String, List<Decision>> lost = new LinkedHashMap<>();
    database.list(
        DECISIONS,
        row -> {
          Decision decision = decision(row);
          return row.getString(9) == null
              && lost.computeIfAbsent(decision.annotation(), none -> new ArrayList<>())
                  .add(decision);
        },
        document.toString());
    List<Orphan> orphans = new ArrayList<>();
    lost.forEach(
        (id, decisions) ->
            orphans.add(
                new Orphan(
                    id,
                    SignedReading.parse(decisions.getLast().correction(), document.toString())
                        .map(SignedReading::annotation)
                        .orElse(null),
                    decisions)));
    return orphans;
  }
}
