package org.tamga.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.EventKind;
import org.tamga.record.Derivation.Derived;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;

/**
 * Keeps the record in step with the log: what came in is read and annotated, what was taken away
 * leaves.
 *
 * <p>It may be stopped at any moment; the next {@link #catchUp} goes on from there. First all new
 * events become rows in one transaction, which marks documents as pending; then the pending ones
 * are derived, some in a transaction. Whatever it finds that is older, damaged or of another
 * archive, it makes again. docs/spec/derived.md.
 */
public final class Projection {
  /** Raised whenever the layout of {@code derived/} or the tables change. */
  private static final String FORMAT = "5";

  /** Few enough that a stop loses seconds of work, enough that writing is not all waiting. */
  private static final int BATCH_DOCUMENTS = 64;

  private final Steps steps;

  /** A projection by these steps. */
  public Projection(Steps steps) {
    this.steps = new Steps(steps.reader(), steps.annotator(), FORMAT + " " + steps.version());
  }

  /** Brings the record up to the state of this view; does nothing where it is there already. */
  public void catchUp(ArchiveView view, ProjectionListener listener) throws IOException {
    try (Database database = openWhole(view)) {
      State state = State.of(database);
      if (!state.equals(now(view))) {
        if (fits(state, view)) {
          takeEvents(view, database, state.next());
        } else {
          replay(view, database);
        }
      }
      derivePending(view, database, listener);
    }
  }

  /** Deletes all that is derived and makes it again. */
  public void rebuild(ArchiveView view, ProjectionListener listener) throws IOException {
    DerivedLayout layout = new DerivedLayout(view.layout().derived());
    DerivedFolder folder = new DerivedFolder(view.disk(), layout);
    folder.deleteRecord();
    folder.deleteIndex();
    folder.deleteAllBut(Set.of());
    catchUp(view, listener);
  }

  /**
   * How far the record has come.
   *
   * @param next log index of the first event that it does not hold
   * @param root root of the log of that size
   */
  record State(String steps, String origin, long next, String root) {
    static State of(Database database) {
      return new State(
          meta(database, "steps"),
          meta(database, "origin"),
          Long.parseLong("0" + meta(database, "next")),
          meta(database, "root"));
    }

    private static String meta(Database database, String name) {
      List<String> found =
          database.list("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), name);
      return found.isEmpty() ? "" : found.getFirst();
    }

    void write(Database database) {
      put(database, "steps", steps);
      put(database, "origin", origin);
      put(database, "next", Long.toString(next));
      put(database, "root", root);
    }

    private static void put(Database database, String name, String value) {
      database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, value);
    }
  }

  private State now(ArchiveView view) {
    String root = view.root();
    return new State(steps.version(), view.origin(), view.size(), root);
  }

  /** Whether the record is an earlier state of this very archive, made by these very steps. */
  private boolean fits(State state, ArchiveView view) {
    return state.steps().equals(steps.version())
        && state.origin().equals(view.origin())
        && state.next() < view.size();
  }

  private static Database openWhole(ArchiveView view) throws IOException {
    DerivedLayout layout = new DerivedLayout(view.layout().derived());
    view.disk().createFolders(layout.folder());
    Path file = layout.record();
    try {
      Database database = Database.open(file);
      if (database.isWhole()) {
        return database;
      }
      database.close();
    } catch (ArchiveException refused) {
      if (refused.reason() != Reason.DAMAGED) {
        throw refused;
      }
    }
    new DerivedFolder(view.disk(), layout).deleteRecord();
    return Database.open(file);
  }

  private void takeEvents(ArchiveView view, Database database, long next) throws IOException {
    Set<Long> destroyed = destroyed(view, next);
    boolean[] again = {false};
    database.inTransaction(
        () -> {
          if (State.of(database).next() != next) {
            again[0] = true;
            return;
          }
          for (long index : destroyed) {
            again[0] |= isHeld(database, index);
          }
          if (!again[0]) {
            again[0] = rows(view, database, next, destroyed);
          }
        });
    if (again[0]) {
      replay(view, database);
    }
  }

  private static boolean isHeld(Database database, long index) {
    return !database
        .list("SELECT 1 FROM event WHERE log = ? AND erased = 0", row -> row.getInt(1), index)
        .isEmpty();
  }

  /**
   * Starts over with the rows, within one transaction; text and annotations that are still what
   * they would be are kept. What belongs to no document any more is deleted before the transaction
   * ends, so that a stop in between leads here again.
   */
  private void replay(ArchiveView view, Database database) throws IOException {
    Set<Long> destroyed = destroyed(view, 0);
    DerivedLayout layout = new DerivedLayout(view.layout().derived());
    DerivedFolder folder = new DerivedFolder(view.disk(), layout);
    database.inTransaction(
        () -> {
          for (String table : Database.TABLES) {
            database.run("DELETE FROM " + table);
          }
          rows(view, database, 0, destroyed);
          folder.deleteAllBut(EventRows.documents(database));
          folder.deleteIndex();
        });
    database.vacuum();
  }

  private static Set<Long> destroyed(ArchiveView view, long from) throws IOException {
    Set<Long> destroyed = new HashSet<>();
    view.forEachFrom(
        from,
        event -> {
          if (event.entry().kind() == EventKind.DESTROYED) {
            destroyed.add(event.entry().index().orElseThrow());
          }
        });
    return destroyed;
  }

  private boolean rows(ArchiveView view, Database database, long from, Set<Long> destroyed)
      throws IOException {
    EventRows rows = new EventRows(database);
    view.forEachFrom(from, event -> rows.add(event, destroyed.contains(event.index())));
    boolean wasMissed = rows.settleDocuments();
    now(view).write(database);
    return wasMissed;
  }

  private record Pending(Digest document, Known known) {}

  private void derivePending(ArchiveView view, Database database, ProjectionListener listener)
      throws IOException {
    int left =
        database
            .list("SELECT count(*) FROM document WHERE pending = 1", row -> row.getInt(1))
            .getFirst();
    if (left == 0) {
      return;
    }
    listener.begins(left);
    Derivation derivation = new Derivation(view, steps);
    while (left > 0) {
      List<ProjectionListener.Outcome> outcomes = new ArrayList<>();
      database.inTransaction(
          () -> {
            for (Pending one : pending(database)) {
              outcomes.add(project(database, derivation, one));
            }
            derivation.flush();
          });
      // Told only now, because only now it is so.
      outcomes.forEach(listener::projected);
      left = outcomes.size();
    }
  }

  private static List<Pending> pending(Database database) {
    return database.list(
        "SELECT id, known FROM document WHERE pending = 1 ORDER BY first LIMIT ?",
        row -> new Pending(Digest.parse(row.getString(1)), Known.parse(row.getString(2))),
        BATCH_DOCUMENTS);
  }

  private static ProjectionListener.Outcome project(
      Database database, Derivation derivation, Pending one) throws IOException {
    String id = one.document().toString();
    String source = Acquisition.sourceOf(EventRows.acquisitions(database, id), one.document());
    Derived derived = derivation.derive(one.document(), one.known(), source);
    String file = one.known().path().display();
    DecisionRows rows = new DecisionRows(database, one.document(), file);
    String decided = rows.write(derived);
    String notRead = null;
    switch (derived.file().reading()) {
      case Reading.NotRead why -> {
        notRead = why.reason();
        update(database, derived, why.mediaType(), notRead, one.known().metadata(), decided);
      }
      case Reading.Read read -> {
        ReadableText text = read.text();
        Metadata metadata = one.known().metadata().orElse(text.metadata());
        update(database, derived, text.mediaType(), null, metadata, decided);
      }
    }
    SortedMap<String, Integer> counts = DecisionRows.counts(database, id);
    return new ProjectionListener.Outcome(
        one.document(), file, notRead, counts, derived.file().reading().noted().warnings());
  }

  private static void update(
      Database database,
      Derived derived,
      String mediaType,
      @Nullable String notRead,
      Metadata metadata,
      String decided) {
    Digest text = derived.file().text();
    database.run(
        "UPDATE document SET pending = 0, mediaType = ?, notRead = ?, text = ?, title = ?,"
            + " author = ?, publisher = ?, published = ?, language = ?, url = ?, made = ?"
            + " WHERE id = ?",
        mediaType,
        notRead,
        text == null ? null : text.toString(),
        metadata.title(),
        metadata.author(),
        metadata.publisher(),
        metadata.published(),
        metadata.language(),
        metadata.url(),
        revision(derived.file(), decided),
        derived.file().document().toString());
  }

  /** Changes with what the document says, and with what people decided about it. */
  private static String revision(ReadingFile file, String decided) {
    Digest made = Digest.of(file.bytes());
    return decided.isEmpty()
        ? made.toString()
        : Digest.of((made + "\n" + decided).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
