package org.tamga.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Metadata;

/** Reads what a manifest says of files: publisher, date, author, language, address. */
final class ManifestReading {
  private ManifestReading() {}

  /** What is known of each file, by its absolute path. */
  static Map<Path, Metadata> read(Path manifest) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    Path folder = manifest.toAbsolutePath().getParent();
    Map<Path, Metadata> known = new HashMap<>();
    try (CSVParser rows =
        CSVParser.parse(Files.newBufferedReader(manifest, StandardCharsets.UTF_8), format)) {
      for (CSVRecord row : rows) {
        Path file = Path.of(row.get("path"));
        Path place = folder == null ? file.toAbsolutePath() : folder.resolve(file);
        known.put(
            place.normalize(),
            new Metadata(
                null,
                cell(row, "author"),
                cell(row, "publisher"),
                cell(row, "published"),
                cell(row, "language"),
                cell(row, "url")));
      }
    }
    return known;
  }

  private static @Nullable String cell(CSVRecord row, String column) {
    String value = row.isSet(column) ? row.get(column) : "";
    return value.isBlank() ? null : value;
  }
}
