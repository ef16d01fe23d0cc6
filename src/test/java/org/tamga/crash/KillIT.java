package org.tamga.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.vault.Digest;
import org.tamga.vault.SystemDisk;

/**
 * Kills {@code add} with SIGKILL at random moments: whatever it had called sealed is there.
 *
 * <p>{@code -Dtamga.kills=200} runs the long measurement; {@code -Dtamga.seed=N} replays one.
 */
class KillIT {
  private static final int KILLS = Integer.getInteger("tamga.kills", 20);
  private static final Pattern SEALED =
      Pattern.compile(
          "\"document\":\"(sha256:[0-9a-f]{64})\".*\"status\":\"(?:sealed|alreadySealed)\"");

  @Test
  void whatWasCalledSealedSurvivesAKill(@TempDir Path folder) throws Exception {
    long seed = Long.getLong("tamga.seed", System.nanoTime());
    System.out.println("KillIT seed " + seed + ", " + KILLS + " kills");
    Random random = new Random(seed);
    Path archive = folder.resolve("archive");
    assertEquals(0, run(folder, "init", archive.toString()).waitFor());
    long wholeMillis = timeOfOneRun(folder, archive);
    Set<Digest> acknowledged = new HashSet<>();
    int duringWork = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path source = documents(folder.resolve("source-" + kill), kill);
      Process add = run(folder, add(archive, source));
      boolean ended = add.waitFor(random.nextLong(Math.max(1, wholeMillis)), TimeUnit.MILLISECONDS);
      add.destroyForcibly().waitFor();
      duringWork += ended ? 0 : 1;
      acknowledged.addAll(sealed(folder.resolve("out.txt")));
      assertHolds(folder, archive, acknowledged, "seed " + seed + ", kill " + kill);
    }
    System.out.println(
        "KillIT: "
            + KILLS
            + " runs, "
            + duringWork
            + " killed at work, "
            + acknowledged.size()
            + " documents acknowledged, 0 lost");
    assertEquals(0, run(folder, add(archive, folder.resolve("source-0"))).waitFor());
    assertHolds(folder, archive, acknowledged, "after the last add");
  }

  private static String[] add(Path archive, Path source) {
    return new String[] {"add", "--json", "--archive", archive.toString(), source.toString()};
  }

  private static long timeOfOneRun(Path folder, Path archive) throws Exception {
    long start = System.nanoTime();
    Path source = documents(folder.resolve("source-first"), -1);
    assertEquals(0, run(folder, add(archive, source)).waitFor());
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static Path documents(Path folder, int run) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < 150; i++) {
      String text =
          "Run " + run + ". The Council of Orlen said on Monday that road " + i + " was closed.\n";
      Files.writeString(folder.resolve("letter-" + i + ".txt"), text);
    }
    return folder;
  }

  private static Process run(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Short runs: the compiler that costs the least is enough.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar"));
    command.add(Path.of("target/tamga.jar").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TAMGA_KEYS", folder.resolve("keys").toString());
    builder.redirectOutput(folder.resolve("out.txt").toFile());
    builder.redirectError(folder.resolve("err.txt").toFile());
    return builder.start();
  }

  /** What the killed program had said, in whole lines, before it died. */
  private static Set<Digest> sealed(Path out) throws IOException {
    Set<Digest> sealed = new HashSet<>();
    String text = Files.readString(out);
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1)) {
      Matcher matcher = SEALED.matcher(line);
      if (matcher.find()) {
        sealed.add(Digest.parse(matcher.group(1)));
      }
    }
    return sealed;
  }

  private static void assertHolds(Path folder, Path archive, Set<Digest> acknowledged, String when)
      throws Exception {
    ArchiveView view = ArchiveView.open(new SystemDisk(), archive);
    Set<Digest> logged = new HashSet<>();
    view.forEach(
        event -> {
          if (event.event().orElse(null) instanceof Acquired acquired) {
            logged.add(acquired.digest());
          }
        });
    assertTrue(logged.containsAll(acknowledged), when + ": an acknowledged event is lost");
    for (Digest digest : acknowledged) {
      try (var bytes = view.vault().open(digest)) {
        assertEquals(digest, Digest.of(bytes.readAllBytes()), when);
      }
    }
    Process verify = run(folder, "verify", "--archive", archive.toString());
    int status = verify.waitFor();
    String words =
        Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8)
            + Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8);
    assertEquals(0, status, when + "\n" + words);
  }
}
