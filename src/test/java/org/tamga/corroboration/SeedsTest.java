package org.tamga.corroboration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.cli.Console;
import org.tamga.cli.ExitStatus;

/** What must be seen in the first five documents; their words are read from beside the project. */
class SeedsTest {
  private static final Path SHARED = Path.of("../shared");

  private static Path folder = Path.of("");

  private static final Console CONSOLE = new Console();

  @BeforeAll
  static void archiveOfTheSeeds(@TempDir Path made) {
    folder = made;
    Path manifest = SHARED.resolve("gold/intake.csv");
    assumeTrue(Files.exists(manifest), "skipped: there is no " + manifest);
    run(
        "add",
        "--manifest",
        manifest.toString(),
        "--keys",
        folder.resolve("keys").toString(),
        SHARED.resolve("seeds").toString());
  }

  private static List<String> run(String command, String... arguments) {
    List<String> line =
        Stream.concat(
                Stream.of(command, "--archive", folder.resolve("archive").toString()),
                Stream.of(arguments))
            .toList();
    assertEquals(ExitStatus.GOOD, CONSOLE.run(line.toArray(String[]::new)), CONSOLE.err());
    return CONSOLE.out().lines().toList();
  }

  private static Set<String> files(String line) throws IOException {
    try (Stream<Path> seeds = Files.list(SHARED.resolve("seeds"))) {
      return seeds
          .map(seed -> seed.getFileName().toString())
          .filter(name -> line.contains("\"file\":\"" + name + "\""))
          .map(name -> name.substring(0, 3))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void theLetterIsOneEventOfTwoDocumentsWithTheDemandsOfEach() throws IOException {
    List<String> letters =
        run("event", "--json").stream().filter(line -> line.contains("2019-09-17")).toList();
    assertEquals(1, letters.size());
    String letter = letters.getFirst();
    assertEquals(Set.of("000", "001"), files(letter));
    assertTrue(letter.contains("\"date\":\"2019-09-17\""));
    assertTrue(letter.contains("\"onlyIn\":\"000_"), "a demand that only the one mentions");
    assertTrue(letter.contains("\"onlyIn\":\"001_"), "a demand that only the other mentions");
    List<String> others = run("event", "--json");
    assertTrue(
        others.stream()
            .filter(line -> !line.equals(letter))
            .allMatch(line -> line.contains("\"differences\":[]")));
    for (String line : others) {
      assertFalse(!line.equals(letter) && line.contains("\"onlyIn\""), "no other two are one");
    }
  }

  @Test
  void theFiguresOfDetainedPeopleStandInOneGenealogy() throws IOException {
    List<String> detained = run("figures", "--json", "detained");
    assertEquals(1, detained.size(), detained.toString());
    String line = detained.getFirst();
    assertEquals(Set.of("000", "001", "004"), files(line));
    for (String bounds :
        List.of(
            "\"low\":1000000,\"high\":3000000",
            "\"low\":1000000,\"of\"",
            "\"low\":1000000,\"high\":1000000,\"of\"",
            "\"low\":1000000,\"high\":1000000,\"approximate\":true",
            "\"high\":3000000,\"of\"",
            "\"low\":100000,\"approximate\":true")) {
      assertTrue(line.contains(bounds), bounds + " in " + line);
    }
    assertTrue(line.contains("\"kind\":\"supersedes\""), line);
    assertTrue(line.contains("\"date\":\"2019-09-19\",\"dateIs\":\"published\""), line);
  }
}
