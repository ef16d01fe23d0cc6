package org.tamga.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Handling;
import org.tamga.intake.Manifest.Message;
import org.tamga.intake.Manifest.Row;

/** Reads one manifest and collects what a person should look at. One object, one manifest. */
final class ManifestReader {
  private static final Set<String> COLUMNS =
      Set.of(
          "path",
          "publisher",
          "published",
          "captured",
          "author",
          "language",
          "source",
          "url",
          "handling",
          "versionOf",
          "translationOf");

  private final Path file;
  private final Map<Path, Row> rows = new LinkedHashMap<>();
  private final List<Message> messages = new ArrayList<>();

  ManifestReader(Path file) {
    this.file = file;
  }

  Manifest read() throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(Manifest.LARGEST_BYTES + 1);
    }
    if (bytes.length > Manifest.LARGEST_BYTES) {
      say(0, "the manifest is above " + Manifest.LARGEST_BYTES / (1024 * 1024) + " MiB; split it");
    } else {
      text(bytes).ifPresent(this::readRows);
    }
    messages.sort(Comparator.comparingLong(Message::line));
    return new Manifest(rows, messages);
  }

  private void say(long line, String words) {
    messages.add(new Message(line, words));
  }

  private Optional<String> text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      say(0, "the manifest is not UTF-8, so no line was used; save it as \"CSV UTF-8\"");
      return Optional.empty();
    }
  }

  private void readRows(String text) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    long line = 0;
    try (CSVParser parser = format.parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        say(0, "the manifest is empty");
        return;
      }
      List<String> header = header(records.next());
      if (!header.contains("path")) {
        say(1, "there is no column 'path', so no line was used");
        return;
      }
      line = parser.getCurrentLineNumber();
      while (records.hasNext()) {
        CSVRecord cells = records.next();
        row(header, cells, firstLine(cells, parser.getCurrentLineNumber()));
        line = parser.getCurrentLineNumber();
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      say(
          line + 1,
          "from here on no line was used: a quotation mark is not closed or stands in"
              + " the midst of a cell");
    }
  }

  /** Spreadsheet programs write semicolons or tabs where commas are decimal marks. */
  private static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    if (header.indexOf(',') >= 0) {
      return ',';
    }
    return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private static long firstLine(CSVRecord cells, long lastLine) {
    long breaks = 0;
    for (String cell : cells) {
      breaks += cell.chars().filter(c -> c == '\n').count();
    }
    return lastLine - breaks;
  }

  private List<String> header(CSVRecord cells) {
    List<String> header = new ArrayList<>();
    for (String cell : cells) {
      String name =
          COLUMNS.stream()
              .filter(known -> known.equalsIgnoreCase(cell.strip()))
              .findFirst()
              .orElse(cell.strip());
      if (!COLUMNS.contains(name)) {
        say(
            1,
            "the column '"
                + name
                + "' is not known, so it was not used; known are "
                + String.join(", ", new TreeSet<>(COLUMNS)));
      } else if (header.contains(name)) {
        say(1, "the column '" + name + "' stands there twice; the first one was used");
        name = "";
      }
      header.add(name);
    }
    return header;
  }

  private void row(List<String> header, CSVRecord record, long line) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
      if (!record.get(i).isBlank()) {
        cells.putIfAbsent(header.get(i), record.get(i).strip());
      }
    }
    boolean tooLong = record.size() > header.size();
    if (tooLong || record.size() < header.size()) {
      say(
          line,
          "the line has "
              + record.size()
              + " cells, the first line "
              + header.size()
              + (tooLong ? "; it counts as protected until this is mended" : ""));
    }
    String path = cells.get("path");
    if (path == null) {
      say(line, "the line names no path, so it was not used");
      return;
    }
    Row row =
        new Row(
            line,
            path,
            cells.get("publisher"),
            date(cells, "published", line),
            date(cells, "captured", line),
            cells.get("author"),
            language(cells, line),
            cells.get("source"),
            cells.get("url"),
            handling(cells, line),
            cells.get("versionOf"),
            cells.get("translationOf"));
    keep(tooLong ? row.handledAsStrictlyAs(HandlingWords.CLOSED) : row);
  }

  private void keep(Row row) {
    Optional<Path> found = locate(row.path());
    if (found.isEmpty()) {
      say(row.line(), "'" + row.path() + "' cannot be a path, so the line was not used");
      return;
    }
    if (!Files.isRegularFile(found.get())) {
      say(row.line(), "there is no file '" + row.path() + "'");
    }
    Path real = Manifest.realPath(found.get());
    Row earlier = rows.get(real);
    if (earlier == null) {
      rows.put(real, row);
      return;
    }
    say(
        row.line(),
        "'"
            + row.path()
            + "' stands on line "
            + earlier.line()
            + " already; that line"
            + " was used, under the stricter handling of the two");
    rows.put(real, earlier.handledAsStrictlyAs(row.handling()));
  }

  /** The file meant; systems differ in how they spell letters with marks in file names. */
  private Optional<Path> locate(String written) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    try {
      Path path = folder.resolve(written).normalize();
      for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
        Path other = folder.resolve(Normalizer.normalize(written, form)).normalize();
        if (!Files.exists(path) && Files.exists(other)) {
          return Optional.of(other);
        }
      }
      return Optional.of(path);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private @Nullable String date(Map<String, String> cells, String column, long line) {
    String date = cells.get(column);
    if (date == null || isIsoDate(date)) {
      return date;
    }
    say(
        line,
        column
            + " '"
            + date
            + "' was not used: write dates as 2022, 2022-08, 2022-08-31 or"
            + " 2022-08-31T14:00:00Z");
    return null;
  }

  private static boolean isIsoDate(String date) {
    try {
      Object unused =
          switch (date.length()) {
            case 4 -> Year.parse(date);
            case 7 -> YearMonth.parse(date);
            case 10 -> LocalDate.parse(date);
            default -> OffsetDateTime.parse(date);
          };
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private @Nullable String language(Map<String, String> cells, long line) {
    String tag = cells.get("language");
    if (tag == null) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      say(line, "language '" + tag + "' was not used: write tags such as en, ug or zh-Hant");
      return null;
    }
  }

  private @Nullable Handling handling(Map<String, String> cells, long line) {
    String words = cells.get("handling");
    if (words == null) {
      return null;
    }
    HandlingWords.Understood understood = HandlingWords.parse(words);
    understood
        .problem()
        .ifPresent(
            problem ->
                say(line, "handling '" + words + "' " + problem + ", so it counts as protected"));
    return understood.handling();
  }
}
