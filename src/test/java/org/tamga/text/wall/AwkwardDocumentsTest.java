package org.tamga.text.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tamga.text.Reading;
import org.xml.sax.SAXException;

/**
 * Hundreds of awkward and hostile files, against what plain Apache Tika makes of them in one
 * process.
 *
 * <p>{@code ./check} takes a sample; {@code -Dtamga.documents=all} takes all, and writes the table
 * of docs/formats.md.
 */
class AwkwardDocumentsTest {
  private static final Path FOLDER = Path.of("../shared/bench/documents");
  private static final Path EXPECTED = Path.of("../shared/bench/documents-expected.csv");
  private static final Path TABLE = Path.of("docs/formats.md");
  private static final boolean ALL = "all".equals(System.getProperty("tamga.documents"));
  private static final int SAMPLE = 31;
  private static final long MOST_MILLIS = 60_000;

  /** What is read otherwise on purpose: the main text of pages, and web archives by the record. */
  private static final Pattern OTHERWISE = Pattern.compile("html|warc|/arc|multipart/related");

  /** Tika counts a name that it made up for a macro without one; there is nothing to read in it. */
  private static final Set<String> MADE_UP_NAMES = Set.of("testPPT_macros.ppt");

  private static final Pattern LINE = Pattern.compile("\"([^\"]+)\",(.*),(\\w+),(\\d+)");

  /** What became of one file. */
  private record Outcome(
      String name, String mediaType, String reason, long characters, int members, long millis) {}

  /** What plain Tika made of it. */
  private record Plain(String outcome, long characters) {}

  @Test
  void everyFileIsReadOrSaysWhyNot() throws Exception {
    TestWall.assumePossible();
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "skipped: needs ../shared");
    Map<String, String> expected = expected();
    Map<String, Plain> plain = new LinkedHashMap<>();
    List<Outcome> outcomes = new ArrayList<>();
    try (Wall wall = Wall.standard()) {
      WalledReader reader = new WalledReader(wall);
      for (Path file : files()) {
        outcomes.add(outcome(reader, file));
        plain.put(file.getFileName().toString(), plain(file, expected));
      }
    }
    List<String> wrong = new ArrayList<>();
    for (Outcome one : outcomes) {
      judge(one, plainly(plain, one), expected.getOrDefault(one.name(), ""), wrong);
    }
    assertEquals(List.of(), wrong);
    long read = outcomes.stream().filter(one -> one.reason().isEmpty()).count();
    long readByTika = plain.values().stream().filter(one -> one.characters() > 0).count();
    assertTrue(read >= readByTika, read + " against " + readByTika);
    if (ALL) {
      Files.writeString(TABLE, table(outcomes, plain));
    }
  }

  private static void judge(Outcome one, Plain plain, String expected, List<String> wrong) {
    boolean isRead = one.reason().isEmpty();
    if (one.millis() > MOST_MILLIS) {
      wrong.add(one + " took too long");
    }
    if (expected.equals("EncryptedDocumentException")
        && !one.reason().equals("it is protected by a password")) {
      wrong.add(one + " is not named as protected");
    }
    if (expected.equals("TikaMemoryLimitException")
        && !one.reason().startsWith("stopped by the limit ")) {
      wrong.add(one + " is not stopped by a named limit");
    }
    boolean fewer = one.characters() * 100 < plain.characters() * 95;
    if (fewer
        && !OTHERWISE.matcher(one.mediaType()).find()
        && !MADE_UP_NAMES.contains(one.name())) {
      wrong.add(one + " has fewer characters than " + plain);
    }
    if (isRead == (one.characters() == 0 && one.members() == 0)) {
      wrong.add(one + " is read and empty, or not read and full");
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      List<Path> sorted = all.sorted().toList();
      List<Path> some = new ArrayList<>();
      for (int i = 0; i < sorted.size(); i += ALL ? 1 : SAMPLE) {
        some.add(sorted.get(i));
      }
      return some;
    }
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String line : Files.readAllLines(EXPECTED, StandardCharsets.UTF_8)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        expected.put(matcher.group(1), matcher.group(3));
      }
    }
    return expected;
  }

  private static Outcome outcome(WalledReader reader, Path file) throws IOException {
    long start = System.nanoTime();
    List<Reading> readings = new ArrayList<>();
    String name = file.getFileName().toString();
    long characters = read(reader, Files.readAllBytes(file), name, 0, readings);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Reading first = readings.getFirst();
    int members = first.noted().members().size();
    return switch (first) {
      case Reading.Read read ->
          new Outcome(name, read.text().mediaType(), "", characters, members, millis);
      case Reading.NotRead not ->
          new Outcome(name, not.mediaType(), not.reason(), characters, members, millis);
    };
  }

  /** Characters of a document and all its members that are no white space. */
  private static long read(
      WalledReader reader, byte[] bytes, String name, int depth, List<Reading> readings)
      throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    Reading reading =
        reader
            .find(
                new ByteArrayInputStream(bytes),
                name,
                TestWall.SOURCE,
                (path, content) -> members.put(path, content.readAllBytes()))
            .reading(org.tamga.text.Metadata.NONE);
    readings.add(reading);
    long all = reading instanceof Reading.Read read ? inked(read.text().content()) : 0;
    if (depth < Limits.DEEPEST) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        all += read(reader, member.getValue(), member.getKey(), depth + 1, readings);
      }
    }
    return all;
  }

  /** What parts cells (commas there, bars here) is no character of the document. */
  private static long inked(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && c != '|' && c != ',')
        .count();
  }

  /** What is made to harm a process is not given to this one. */
  private static Plain plain(Path file, Map<String, String> expected) throws IOException {
    String name = file.getFileName().toString();
    String outcome = expected.getOrDefault(name, "");
    if (!outcome.equals("text")) {
      return new Plain(outcome, 0);
    }
    BodyContentHandler body = new BodyContentHandler(-1);
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (TikaInputStream bytes = TikaInputStream.get(file)) {
      new AutoDetectParser().parse(bytes, body, metadata, new ParseContext());
    } catch (TikaException | SAXException failed) {
      return new Plain(failed.getClass().getSimpleName(), 0);
    }
    return new Plain(outcome, inked(body.toString()));
  }

  private static String table(List<Outcome> outcomes, Map<String, Plain> plain) {
    Map<String, int[]> rows = new TreeMap<>();
    Map<String, Set<String>> reasons = new TreeMap<>();
    for (Outcome one : outcomes) {
      int[] row = rows.computeIfAbsent(one.mediaType(), type -> new int[4]);
      row[0]++;
      row[1] += plainly(plain, one).characters() > 0 ? 1 : 0;
      row[2] += one.reason().isEmpty() ? 1 : 0;
      row[3] += one.members();
      if (!one.reason().isEmpty()) {
        String reason = one.reason().replaceAll(": .*", "");
        reasons.computeIfAbsent(one.mediaType(), type -> new java.util.TreeSet<>()).add(reason);
      }
    }
    StringBuilder table =
        new StringBuilder(
            """
            # What becomes of files of each format

            Made by `AwkwardDocumentsTest` with `-Dtamga.documents=all` from Apache Tika's own test
            documents: awkward, damaged and hostile files. "Plain Tika" is Apache Tika alone, in
            one process, without OCR; "read" counts files with a text of their own; what they
            contain comes on top. Every file that is not read says why.

            Files %d, plain Tika reads %d, read %d.

            | media type | files | plain Tika reads | read | members | where not, why |
            | --- | --- | --- | --- | --- | --- |
            """
                .formatted(outcomes.size(), sum(rows, 1), sum(rows, 2)));
    rows.forEach(
        (type, row) ->
            table.append(
                "| %s | %d | %d | %d | %d | %s |\n"
                    .formatted(
                        type,
                        row[0],
                        row[1],
                        row[2],
                        row[3],
                        String.join("; ", reasons.getOrDefault(type, Set.of())))));
    return table.toString();
  }

  private static Plain plainly(Map<String, Plain> plain, Outcome one) {
    return Objects.requireNonNull(plain.get(one.name()));
  }

  private static int sum(Map<String, int[]> rows, int column) {
    return rows.values().stream().mapToInt(row -> row[column]).sum();
  }
}
