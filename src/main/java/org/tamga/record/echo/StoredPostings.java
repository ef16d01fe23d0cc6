package org.tamga.record.echo;

import java.util.List;
import org.tamga.corroboration.passage.Postings;
import org.tamga.record.Database;

/** Postings in a table of the archive's database of echoes. */
final class StoredPostings implements Postings {
  private final Database database;
  private final String select;
  private final String insert;

  StoredPostings(Database database, String table) {
    this.database = database;
    select = "SELECT document FROM " + table + " WHERE key = ? ORDER BY document LIMIT " + MOST;
    insert = "INSERT OR IGNORE INTO " + table + " VALUES (?, ?)";
  }

  @Override
  public int[] first(long key) {
    List<Integer> found = database.list(select, row -> row.getInt(1), key);
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void add(long key, int document) {
    if (!isCommon(key)) {
      database.run(insert, key, document);
    }
  }
}
