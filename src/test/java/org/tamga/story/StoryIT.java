package org.tamga.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the stories under {@code src/test/resources/stories}: what a person types, and what they
 * see.
 *
 * <p>A line that begins with {@code $} is run by a shell, in which {@code tamga} is the built
 * program; the lines beneath are what it must print, those of standard error behind {@code !}.
 * {@code […]} in a line stands for any words, and a line {@code […]} alone for any lines. A line
 * {@code ? 3} says that the exit status is 3; without it the status is 0.
 */
class StoryIT {
  private static final Path STORIES = Path.of("src/test/resources/stories");
  private static final String ANY = "[…]";
  private static final long MOST_SECONDS = 120;

  @TestFactory
  Stream<DynamicTest> stories() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(STORIES)) {
      files = all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    assertFalse(files.isEmpty());
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
  }

  private static void run(Path story) throws Exception {
    Path folder = Files.createTempDirectory("story");
    List<String> lines = Files.readAllLines(story);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("$ ")) {
        List<String> expected = new ArrayList<>();
        String status = "? 0";
        int next = i + 1;
        while (next < lines.size() && isExpectation(lines.get(next))) {
          if (lines.get(next).startsWith("? ")) {
            status = lines.get(next);
          } else {
            expected.add(lines.get(next));
          }
          next++;
        }
        while (!expected.isEmpty() && expected.getLast().isEmpty()) {
          expected.removeLast();
        }
        check(story + ":" + (i + 1), folder, lines.get(i).substring(2), expected, status);
      }
    }
  }

  private static boolean isExpectation(String line) {
    return !line.startsWith("$ ") && !line.startsWith("# ");
  }

  private static void check(
      String where, Path folder, String command, List<String> expected, String status)
      throws Exception {
    Path home = Path.of("").toAbsolutePath();
    Path out = Files.createTempFile("story", ".out");
    Path err = Files.createTempFile("story", ".err");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", "tamga() { \"" + home + "/tamga\" \"$@\"; }; " + command);
    builder.environment().put("TAMGA_KEYS", folder.resolve("keys").toString());
    builder.environment().put("EXAMPLES", home.resolve("examples").toString());
    builder.environment().put("HOME_OF_TAMGA", home.toString());
    builder.environment().remove("TAMGA_ARCHIVE");
    // Short runs: the compiler that costs the least is enough.
    builder.environment().put("TAMGA_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(where + " did not end");
    }
    List<String> seen = new ArrayList<>(lines(out));
    lines(err).forEach(line -> seen.add("! " + line));
    String shown = where + " printed:\n" + String.join("\n", seen) + "\n";
    assertEquals(status, "? " + process.exitValue(), shown);
    if (!matches(expected, 0, seen, 0)) {
      assertEquals(String.join("\n", expected), String.join("\n", seen), shown);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  private static boolean matches(List<String> expected, int e, List<String> seen, int s) {
    if (e == expected.size()) {
      return s == seen.size();
    }
    String line = expected.get(e);
    if (line.equals(ANY)) {
      return matches(expected, e + 1, seen, s)
          || (s < seen.size() && matches(expected, e, seen, s + 1));
    }
    return s < seen.size()
        && pattern(line).matcher(seen.get(s)).matches()
        && matches(expected, e + 1, seen, s + 1);
  }

  private static Pattern pattern(String line) {
    List<String> parts = new ArrayList<>();
    for (String part : line.split(Pattern.quote(ANY), -1)) {
      parts.add(Pattern.quote(part));
    }
    return Pattern.compile(String.join(".*", parts));
  }
}
