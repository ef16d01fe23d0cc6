package org.tamga.record.echo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.independence.EchoKind;
import org.tamga.corroboration.independence.Judgement;
import org.tamga.corroboration.independence.Link;
import org.tamga.corroboration.independence.Source;
import org.tamga.corroboration.independence.Verdict;
import org.tamga.corroboration.origin.Credits;
import org.tamga.corroboration.passage.Passage;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.record.Database;
import org.tamga.text.Span;
import org.tamga.vault.Digest;

/** The tables of {@code derived/echoes.sqlite}: docs/spec/derived.md, "Echoes". */
final class EchoTables {
  static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT NOT NULL,"
              + " made TEXT NOT NULL, seen TEXT NOT NULL, file TEXT NOT NULL, publisher TEXT,"
              + " published TEXT, captured TEXT, credits TEXT NOT NULL, repeats TEXT NOT NULL)",
          "CREATE TABLE print (key INTEGER NOT NULL, document INTEGER NOT NULL,"
              + " PRIMARY KEY (key, document)) WITHOUT ROWID",
          "CREATE TABLE telling (key INTEGER NOT NULL, document INTEGER NOT NULL,"
              + " PRIMARY KEY (key, document)) WITHOUT ROWID",
          "CREATE TABLE link (first INTEGER NOT NULL, second INTEGER NOT NULL,"
              + " verdict TEXT NOT NULL, kind TEXT, strength REAL NOT NULL, source TEXT NOT NULL,"
              + " why TEXT NOT NULL, passages TEXT NOT NULL, plain INTEGER NOT NULL,"
              + " PRIMARY KEY (first, second)) WITHOUT ROWID");

  private final Database database;

  EchoTables(Database database) {
    this.database = database;
  }

  /**
   * A document as the tables have it.
   *
   * @param made its revision in the record when it was last looked at
   * @param seen digest of all that its links hang on: text and what is known of it
   */
  record Row(Digest id, String made, String seen) {}

  Map<Integer, Row> rows() {
    Map<Integer, Row> rows = new LinkedHashMap<>();
    database.list(
        "SELECT number, id, made, seen FROM document ORDER BY number",
        row ->
            rows.put(
                row.getInt(1),
                new Row(Digest.parse(row.getString(2)), row.getString(3), row.getString(4))));
    return rows;
  }

  void remake(int number, String made) {
    database.run("UPDATE document SET made = ? WHERE number = ?", made, number);
  }

  void add(int number, Row row, Source source, List<Passage> repeats, List<Link> links) {
    database.run(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        row.id().toString(),
        row.made(),
        row.seen(),
        source.file(),
        source.publisher(),
        source.published(),
        source.captured(),
        write(source.credits()),
        write(repeats));
    for (Link link : links) {
      Judgement judgement = link.judgement();
      EchoKind kind = judgement.kind();
      database.run(
          "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          link.first(),
          link.second(),
          judgement.verdict().name(),
          kind == null ? null : kind.name(),
          judgement.strength(),
          judgement.source().name(),
          String.join("\n", judgement.why()),
          write(link.passages()),
          link.plainPrint());
    }
  }

  List<Source> sources() {
    return database.list(
        "SELECT id, file, publisher, published, captured, credits FROM document ORDER BY number",
        EchoTables::source);
  }

  Source source(int number) {
    return database
        .list(
            "SELECT id, file, publisher, published, captured, credits FROM document"
                + " WHERE number = ?",
            EchoTables::source,
            number)
        .getFirst();
  }

  private static Source source(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Source(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        credits(row.getString(6)));
  }

  /** For each document what it says twice. */
  List<List<Passage>> repeats() {
    return database.list(
        "SELECT repeats FROM document ORDER BY number", row -> passages(row.getString(1)));
  }

  List<Link> links() {
    return database.list(
        "SELECT first, second, verdict, kind, strength, source, why, passages, plain FROM link"
            + " ORDER BY first, second",
        row -> {
          @Nullable String kind = row.getString(4);
          return new Link(
              row.getInt(1),
              row.getInt(2),
              new Judgement(
                  Verdict.valueOf(row.getString(3)),
                  kind == null ? null : EchoKind.valueOf(kind),
                  row.getDouble(5),
                  Judgement.Side.valueOf(row.getString(6)),
                  List.of(row.getString(7).split("\n", -1))),
              passages(row.getString(8)),
              row.getLong(9));
        });
  }

  private static String write(List<Passage> passages) {
    StringBuilder text = new StringBuilder();
    for (Passage one : passages) {
      text.append(one.first().start()).append(' ').append(one.first().end()).append(' ');
      text.append(one.second().start()).append(' ').append(one.second().end()).append(' ');
      text.append(one.kind()).append(' ').append(one.words()).append(' ');
      text.append(one.similarity()).append('\n');
    }
    return text.toString();
  }

  private static List<Passage> passages(String text) {
    List<Passage> passages = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] cells = line.split(" ", -1);
      passages.add(
          new Passage(
              new Span(Integer.parseInt(cells[0]), Integer.parseInt(cells[1])),
              new Span(Integer.parseInt(cells[2]), Integer.parseInt(cells[3])),
              Passage.Kind.valueOf(cells[4]),
              Integer.parseInt(cells[5]),
              Double.parseDouble(cells[6])));
    }
    return passages;
  }

  private static String write(Credits credits) {
    Map<String, Json> members = new TreeMap<>();
    members.put("own", names(credits.own()));
    members.put("named", names(credits.named()));
    members.put("credited", names(credits.credited()));
    members.put("isStatement", Json.whole(credits.isStatement() ? 1 : 0));
    members.put("tellsOfStatement", Json.whole(credits.tellsOfStatement() ? 1 : 0));
    return CanonicalJson.write(Json.Members.of(members));
  }

  private static Json names(Set<String> names) {
    List<Json> items = new ArrayList<>();
    new TreeSet<>(names).forEach(name -> items.add(Json.text(name)));
    return new Json.Array(items);
  }

  private static Credits credits(String text) {
    if (!(CanonicalJson.parse(text) instanceof Json.Members credits)) {
      throw new IllegalArgumentException("credits are one object");
    }
    return new Credits(
        names(credits.get("own")),
        names(credits.get("named")),
        names(credits.get("credited")),
        credits.get("isStatement").asWhole() == 1,
        credits.get("tellsOfStatement").asWhole() == 1);
  }

  private static Set<String> names(Json array) {
    Set<String> names = new TreeSet<>();
    if (array instanceof Json.Array items) {
      items.items().forEach(item -> names.add(item.asText()));
    }
    return names;
  }
}
