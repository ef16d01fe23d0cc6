package org.tamga.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house style, as far as a program can see it; STYLE.md says why. */
class TidyTest {
  private static final int MOST_FILE_LINES = 400;
  private static final int MOST_FUNCTION_LINES = 60;
  private static final int MOST_COLUMNS = 100;
  private static final int MOST_FILES_IN_A_PACKAGE = 25;
  private static final Pattern VAGUE_NAME =
      Pattern.compile("\\w*(Manager|Helper|Utils?|Impl|Data|Info|Processor)\\.java");
  private static final Pattern FUNCTION =
      Pattern.compile("^ {2,6}+(?!return |.*\\brecord )[\\w<>\\[\\], .@?]+ \\w+\\(.*");

  private static final List<Path> MAIN = files("src/main/java");
  private static final List<Path> ALL =
      Stream.concat(MAIN.stream(), files("src/test/java").stream()).toList();

  @Test
  void filesAreShortAndLinesToo() {
    List<String> wrong = new ArrayList<>();
    for (Path file : ALL) {
      List<String> lines = lines(file);
      if (lines.size() > MOST_FILE_LINES) {
        wrong.add(file + " has " + lines.size() + " lines");
      }
      eachLine(
          file,
          (where, line) -> {
            if (line.codePointCount(0, line.length()) > MOST_COLUMNS
                && !line.startsWith("import ")) {
              wrong.add(where + " is longer than " + MOST_COLUMNS + " columns");
            }
          });
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void functionsAreShort() {
    List<String> wrong = new ArrayList<>();
    for (Path file : MAIN) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (FUNCTION.matcher(lines.get(i)).matches() && opensBody(lines, i)) {
          int length = lengthFrom(lines, i);
          if (length > MOST_FUNCTION_LINES) {
            wrong.add(file + ":" + (i + 1) + " is " + length + " lines long");
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean opensBody(List<String> lines, int start) {
    for (int i = start; i < Math.min(lines.size(), start + 14); i++) {
      String line = lines.get(i);
      if (line.endsWith("{")) {
        return true;
      }
      if (line.endsWith(";") || line.isBlank()) {
        return false;
      }
    }
    return false;
  }

  private static int lengthFrom(List<String> lines, int start) {
    Matcher indent = Pattern.compile("^ *").matcher(lines.get(start));
    String end = (indent.find() ? indent.group() : "") + "}";
    for (int i = start; i < lines.size(); i++) {
      if (lines.get(i).equals(end)) {
        return i - start + 1;
      }
    }
    return 0;
  }

  @Test
  void packagesAreSmallAndHaveAPage() {
    Map<Path, Integer> sizes = new TreeMap<>();
    MAIN.stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .forEach(file -> sizes.merge(file.getParent(), 1, Integer::sum));
    List<String> wrong = new ArrayList<>();
    sizes.forEach(
        (folder, size) -> {
          if (size > MOST_FILES_IN_A_PACKAGE) {
            wrong.add(folder + " has " + size + " files and hides two ideas");
          }
          if (!Files.exists(folder.resolve("package-info.java")) && !folder.endsWith("tamga")) {
            wrong.add(folder + " has no package-info.java");
          }
        });
    assertEquals(List.of(), wrong);
  }

  @Test
  void namesSayWhatThingsAre() {
    List<Path> wrong =
        ALL.stream()
            .filter(file -> VAGUE_NAME.matcher(file.getFileName().toString()).matches())
            .toList();
    assertEquals(List.of(), wrong);
  }

  /** The formatter cuts long lines of /// comments without a word and leaves the rest as //. */
  @Test
  void noCommentWasCutByTheFormatter() {
    List<String> wrong = new ArrayList<>();
    for (Path file : ALL) {
      List<String> lines = lines(file);
      for (int i = 1; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (line.startsWith("//")
            && !line.startsWith("///")
            && lines.get(i - 1).strip().startsWith("///")) {
          wrong.add(file + ":" + (i + 1));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void nothingWritesToTheDiskBehindTheDisksBack() {
    Pattern writing =
        Pattern.compile(
            "Files\\.(write|writeString|newOutputStream|newBufferedWriter|delete|deleteIfExists"
                + "|move|copy)\\(|new FileOutputStream(?!\\(FileDescriptor)|new FileWriter");
    List<String> wrong = new ArrayList<>();
    for (Path file : MAIN) {
      if (!file.endsWith("SystemDisk.java")) {
        eachLine(
            file,
            (where, line) -> {
              if (writing.matcher(line).find()) {
                wrong.add(where + ": " + line.strip());
              }
            });
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void eachLine(Path file, BiConsumer<String, String> consumer) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      consumer.accept(file + ":" + (i + 1), lines.get(i));
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
