package org.tamga.record;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;

/** Writes all rows of the record, sorted, one line each: to compare two records. */
final class RecordDump {
  private final Database database;

  RecordDump(Database database) {
    this.database = database;
  }

  void write(Consumer<String> line) {
    for (String table : Database.TABLES) {
      List<String> rows = new ArrayList<>();
      database.list(
          "SELECT * FROM " + table,
          row -> {
            TreeMap<String, Json> cells = new TreeMap<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              String value = row.getString(i);
              if (value != null) {
                cells.put(row.getMetaData().getColumnName(i), Json.text(value));
              }
            }
            return rows.add(CanonicalJson.write(new Json.Members(cells)));
          });
      rows.stream().sorted().forEach(row -> line.accept(table + " " + row));
    }
  }
}
