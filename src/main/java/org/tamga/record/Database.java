package org.tamga.record;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;

/**
 * An SQLite file of derived rows: the record, and what else is found by looking at all documents.
 *
 * <p>The tables are in docs/spec/derived.md. One connection serves one thread.
 */
public final class Database implements AutoCloseable {
  /** How long to wait for another program that writes to the record, in milliseconds. */
  private static final int PATIENCE_MILLIS = 10_000;

  static final List<String> TABLES =
      List.of(
          "meta",
          "event",
          "acquisition",
          "document",
          "annotation",
          "decision",
          "link",
          "unresolved");

  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE event (log INTEGER PRIMARY KEY, kind TEXT NOT NULL, time TEXT,"
              + " document TEXT, about INTEGER, reason TEXT, erased INTEGER NOT NULL)",
          "CREATE INDEX event_document ON event (document)",
          "CREATE TABLE acquisition (log INTEGER PRIMARY KEY, document TEXT NOT NULL,"
              + " size INTEGER NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL,"
              + " received TEXT NOT NULL, program TEXT NOT NULL, run TEXT NOT NULL,"
              + " particulars TEXT NOT NULL, handling TEXT, withheld INTEGER NOT NULL)",
          "CREATE INDEX acquisition_document ON acquisition (document)",
          "CREATE TABLE document (id TEXT PRIMARY KEY, first INTEGER NOT NULL,"
              + " size INTEGER NOT NULL, known TEXT NOT NULL, pending INTEGER NOT NULL,"
              + " mediaType TEXT, notRead TEXT, text TEXT, title TEXT, author TEXT,"
              + " publisher TEXT, published TEXT, language TEXT, url TEXT, made TEXT)"
              + " WITHOUT ROWID",
          "CREATE UNIQUE INDEX document_first ON document (first)",
          "CREATE INDEX document_pending ON document (first) WHERE pending = 1",
          "CREATE TABLE annotation (document TEXT NOT NULL, place INTEGER NOT NULL,"
              + " id TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL,"
              + " line TEXT NOT NULL, proposal TEXT, disputed INTEGER NOT NULL,"
              + " own INTEGER NOT NULL, fields TEXT,"
              + " PRIMARY KEY (document, place)) WITHOUT ROWID",
          "CREATE INDEX annotation_type ON annotation (type, document)",
          "CREATE INDEX annotation_id ON annotation (id)",
          "CREATE TABLE decision (log INTEGER PRIMARY KEY, document TEXT NOT NULL,"
              + " annotation TEXT NOT NULL, decision TEXT NOT NULL, time TEXT NOT NULL,"
              + " reason TEXT, correction TEXT, signer TEXT,"
              + " revoked INTEGER NOT NULL, applies TEXT)",
          "CREATE INDEX decision_document ON decision (document)",
          "CREATE TABLE link (log INTEGER PRIMARY KEY, document TEXT NOT NULL,"
              + " relation TEXT NOT NULL, other TEXT NOT NULL, time TEXT NOT NULL)",
          "CREATE TABLE unresolved (document TEXT PRIMARY KEY) WITHOUT ROWID");

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private Database(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row of an answer. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads it. */
    T read(ResultSet row) throws SQLException;
  }

  /** Some work on the tables and on the files beside them. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws IOException;
  }

  /** Opens the file of the record, with its tables where it is new. */
  static Database open(Path file) {
    return open(file, SCHEMA);
  }

  /** Opens a file, with these tables where it is new. */
  public static Database open(Path file, List<String> schema) {
    try {
      // As a URI, because a bare path with a question mark in it would be cut there.
      String address = "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString();
      Database database = new Database(DriverManager.getConnection(address));
      boolean usable = false;
      try {
        database.prepare(schema);
        usable = true;
      } finally {
        if (!usable) {
          database.close();
        }
      }
      return database;
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private void prepare(List<String> schema) {
    run("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
    // What is deleted must be gone from the file too: it may be text of a destroyed document.
    run("PRAGMA secure_delete = ON");
    run("PRAGMA synchronous = NORMAL");
    if (list("SELECT name FROM sqlite_master LIMIT 1", row -> row.getString(1)).isEmpty()) {
      run("BEGIN IMMEDIATE");
      schema.forEach(this::run);
      run("COMMIT");
    }
  }

  /** Gives the space of what was deleted back to the disk. */
  void vacuum() {
    closePrepared();
    run("VACUUM");
  }

  private void closePrepared() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      prepared.clear();
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /** Whether the file is whole, as far as SQLite can tell. */
  public boolean isWhole() {
    return list("PRAGMA quick_check(1)", row -> row.getString(1)).equals(List.of("ok"));
  }

  /** Does some work of which all is kept or nothing, alone among all programs. */
  public void inTransaction(Work work) throws IOException {
    run("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      work.run();
      run("COMMIT");
      done = true;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  /** SQLite has rolled back by itself after some errors; a second time is then refused. */
  private void rollBack() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException alreadyDone) {
      // What made the work fail is being thrown and says more.
    }
  }

  /** Runs a statement that answers nothing. */
  public void run(String sql, @Nullable Object... values) {
    try {
      if (values.length == 0) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
      } else {
        filled(sql, values).executeUpdate();
      }
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /** All rows that answer a question. */
  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
    List<T> rows = new ArrayList<>();
    try (ResultSet found = filled(sql, values).executeQuery()) {
      while (found.next()) {
        rows.add(row.read(found));
      }
      return rows;
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private PreparedStatement filled(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static ArchiveException refused(SQLException e) {
    if (e instanceof SQLiteException known
        && (known.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code) {
      return new ArchiveException(
          Reason.BUSY,
          "another program is bringing the record up to date",
          "wait until it has finished, then try again; nothing was changed");
    }
    return new ArchiveException(
        Reason.DAMAGED,
        "the record in derived/ cannot be used: " + e.getMessage(),
        "make it again with: tamga rebuild");
  }

  @Override
  public void close() {
    closePrepared();
    try {
      connection.close();
    } catch (SQLException e) {
      throw refused(e);
    }
  }
}
