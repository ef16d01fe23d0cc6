package org.tamga.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.crash.Judges.Case;
import org.tamga.crash.MemoryDisk.Loss;
import org.tamga.crash.Pasts.Past;
import org.tamga.crash.RecordingDisk.Stop;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.Repaired;
import org.tamga.custody.LogSigner;
import org.tamga.custody.copy.Repair;
import org.tamga.custody.copy.Replication;
import org.tamga.keyring.Keyring;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.SystemDisk;
import org.tamga.witness.ServedWitness;

/**
 * Stops commands at every single operation of the disk, in every way, and looks at what is left.
 *
 * <p>The commands are the real ones; what counts as acknowledged is what they had printed. After
 * each stop two judges look at what is left, one of them in a process of its own; then the archive
 * is opened again, or the copying or mending run again, and both look once more. Prints how many
 * distinct triples (operation, fault, archive state) there were. {@code -Dtamga.faults=all} stops
 * at every operation and has the outside judge read what every recovery made; otherwise every third
 * operation of each command is taken, from a random one on, and a sample of what recoveries made.
 * {@code -Dtamga.seed=N} replays.
 */
class FaultTest {
  private static final boolean ALL = "all".equals(System.getProperty("tamga.faults"));

  /** Of the states that a recovery made, one in so many is read by the outside judge too. */
  private static final int SAMPLE = ALL ? 1 : 8;

  /** One in so many operations is stopped at, each in every way. */
  private static final int SPREAD = ALL ? 1 : 3;

  private static final long SEED = Long.getLong("tamga.seed", System.nanoTime());

  private final Random random = new Random(SEED);
  private final Map<String, Set<String>> triples = new LinkedHashMap<>();
  private final Set<String> atCheckpoint = new TreeSet<>();
  private int stops;
  private int recoveries;

  /** How the program dies at an operation. */
  private enum Fault {
    BEFORE,
    AFTER,
    TORN
  }

  /** A command, and the past in which somebody types it. */
  private record Scene(
      String name,
      String state,
      Past past,
      List<String> command,
      List<String> asked,
      boolean hurt) {
    boolean isCopying() {
      return command.getFirst().equals("replicate") || command.getFirst().equals("repair");
    }
  }

  /** What a recovery made of a state, and said. */
  private record Recovered(MemoryDisk disk, String said) {}

  private static final int[] HARMED = {0, 2, 300};

  @BeforeAll
  static void theOtherJudgeIsThere() {
    Judges.assume();
  }

  private List<Scene> scenes(Pasts pasts) throws IOException {
    Past empty = pasts.empty();
    Past few = pasts.added(pasts.added(empty, "one", 0, 3, 3), "two", 3, 3, 3);
    Past brim = pasts.added(few, "brim", 6, 240, 2);
    List<Scene> scenes = new ArrayList<>();
    List<String> init = List.of("init", pasts.home.toString(), "--origin", "tamga/fault-init");
    scenes.add(scene("init", "nothing", pasts.nothing(), init));
    Map<String, Past> states = new LinkedHashMap<>();
    states.put("empty", empty);
    states.put("few", few);
    states.put("two below a full tile", brim);
    for (Map.Entry<String, Past> state : states.entrySet()) {
      String name = state.getKey();
      scenes.add(scene("add", name, state.getValue(), pasts.adding("new", 300, 3, 3)));
      scenes.add(scene("add", name + ", again", state.getValue(), pasts.adding("old", 0, 2, 1)));
      if (!name.equals("empty")) {
        List<String> withhold = List.of("withhold", "--reason", "asked", Pasts.digest(1));
        scenes.add(scene("withhold", name, state.getValue(), withhold));
        scenes.add(
            new Scene(
                "destroy",
                name,
                state.getValue(),
                Pasts.destroying(1),
                List.of(Pasts.digest(1)),
                false));
        scenes.add(scene("cosign", name, state.getValue(), List.of("cosign")));
      }
    }
    scenes.addAll(copying(pasts, few, brim));
    return scenes;
  }

  private static Scene scene(String name, String state, Past past, List<String> command) {
    return new Scene(name, state, past, command, List.of(), false);
  }

  private static List<Scene> copying(Pasts pasts, Past few, Past brim) throws IOException {
    List<String> gone = List.of(Pasts.digest(1));
    List<String> replicate = pasts.replicating();
    Past copied = pasts.run(few, replicate).after();
    Past behind = pasts.run(pasts.added(copied, "later", 300, 3, 3), Pasts.destroying(1)).after();
    Past full = pasts.run(brim, replicate).after();
    Past over = pasts.run(pasts.added(full, "over", 300, 3, 3), Pasts.destroying(1)).after();
    Past whole = pasts.run(over, replicate).after();
    Past hurt = pasts.harmed(whole, HARMED);
    List<String> repair = List.of("repair", "--from", pasts.copy.toString());
    return List.of(
        scene("replicate", "no copy", few, replicate),
        new Scene("replicate", "a copy behind", behind, replicate, gone, false),
        new Scene("replicate", "a copy behind a full tile", over, replicate, gone, false),
        new Scene("repair", "a damaged archive", hurt, repair, gone, true));
  }

  @Test
  void noStopLosesWhatWasAcknowledged(@TempDir Path folder) throws Exception {
    System.out.println("FaultTest seed " + SEED);
    Pasts pasts = new Pasts(folder.toRealPath());
    long start = System.nanoTime();
    try (Judges judges = new Judges(folder.resolve("judged"))) {
      for (Scene scene : scenes(pasts)) {
        new Trial(pasts, judges, scene, folder).run();
        judges.forgetBytes();
      }
      report(judges, (System.nanoTime() - start) / 1_000_000_000);
    }
  }

  private void report(Judges judges, long seconds) {
    int all = triples.values().stream().mapToInt(Set::size).sum();
    StringBuilder each = new StringBuilder();
    triples.forEach((name, some) -> each.append(name + " " + some.size() + ", "));
    System.out.println(
        "FaultTest: "
            + all
            + " distinct (operation, fault, archive state) triples ("
            + each
            + "checkpoint "
            + atCheckpoint.size()
            + " of them), "
            + stops
            + " stops, "
            + recoveries
            + " different states recovered, "
            + judges.statesReadOutside()
            + " read by the judge outside, in "
            + seconds
            + " s; 0 acknowledged documents lost");
    assertTrue(all >= 2000, "too few triples to mean much: " + all);
    for (String name : List.of("add", "cosign", "replicate", "repair", "destroy")) {
      assertTrue(triples.getOrDefault(name, Set.of()).size() >= 100, name);
    }
    assertTrue(atCheckpoint.size() >= 100, "checkpoint");
  }

  private static LogSigner signer(Path folder, String origin) throws IOException {
    return Keyring.open(new SystemDisk(), Keyring.folder(folder.resolve("keys"), origin))
        .logSigner();
  }

  /** One scene, stopped everywhere. */
  private final class Trial {
    private final Pasts pasts;
    private final Judges judges;
    private final Scene scene;
    private final Map<String, Recovered> recovered = new HashMap<>();
    private final Path folder;
    private final Pasts.Run run;
    private final Archive.Surroundings surroundings;

    /** What a repair that nobody stops says that it put back. */
    private final Set<String> repaired;

    Trial(Pasts pasts, Judges judges, Scene scene, Path folder) throws IOException {
      this.pasts = pasts;
      this.judges = judges;
      this.scene = scene;
      this.folder = folder;
      this.run =
          scene.name().equals("cosign") ? cosign() : pasts.run(scene.past(), scene.command());
      this.surroundings =
          new Archive.Surroundings(
              new RememberingSigner(
                  signer(folder, "tamga/fault" + (scene.name().equals("init") ? "-init" : ""))),
              Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC),
              new java.security.SecureRandom(),
              "tamga test");
      this.repaired = toldAsRepaired(run.after().disk());
      if (scene.hurt()) {
        assertEquals(HARMED.length, repaired.stream().filter(one -> one.startsWith("e")).count());
        assertTrue(
            repaired.containsAll(Set.of("disclosures/000.jsonl", "log/tile/entries/000")),
            repaired::toString);
      }
    }

    void run() throws IOException {
      Set<String> seen = triples.computeIfAbsent(scene.name(), none -> new TreeSet<>());
      for (int at = random.nextInt(SPREAD); at < run.stops().size(); at += SPREAD) {
        Stop stop = run.stops().get(at);
        String state = judges.wholeNameOf(stop.before(), pasts.homes());
        for (Fault fault : Fault.values()) {
          MemoryDisk disk =
              switch (fault) {
                case BEFORE -> stop.before();
                case AFTER -> stop.after();
                case TORN -> stop.torn();
              };
          if (disk == null) {
            continue;
          }
          for (Loss loss : Loss.values()) {
            String triple = stop.operation() + ", " + fault + ", " + loss.words + ", " + state;
            seen.add(triple);
            if (stop.operation().contains("log/checkpoint")) {
              atCheckpoint.add(scene.name() + triple);
            }
            stops++;
            stop(disk, loss, stop.said(), stop.operation() + ", " + fault + ", " + loss.words);
          }
        }
      }
      stop(run.after().disk(), Loss.NOTHING, run.after().said(), "at its end");
    }

    private Pasts.Run cosign() throws IOException {
      VerifierKey log = signer(folder, "tamga/fault").keys().getFirst();
      Path states = Files.createTempDirectory(folder, "witnesses");
      try (ServedWitness north = ServedWitness.start("w/north", states.resolve("north"), log);
          ServedWitness south = ServedWitness.start("w/south", states.resolve("south"), log)) {
        String policy =
            "witness north %s %s\nwitness south %s %s\ngroup all all north south\nquorum all\n"
                .formatted(
                    north.keys().keys().getFirst(),
                    north.address(),
                    south.keys().keys().getFirst(),
                    south.address());
        Path file = Files.writeString(states.resolve("policy"), policy);
        return pasts.run(scene.past(), List.of("cosign", "--policy", file.toString()));
      }
    }

    private void stop(MemoryDisk disk, Loss loss, String said, String at) throws IOException {
      String when = "seed " + SEED + ", " + scene.name() + ", " + scene.state() + ", " + at;
      MemoryDisk left = disk.copy();
      left.restart(loss, random);
      judge(left, said, when, true);
      if (!scene.hurt()) {
        assertSound(left, when);
      }
      if (!left.exists(pasts.home.resolve("archive.json"))) {
        assertEquals("init", scene.name(), when);
        return;
      }
      String name = judges.nameOf(left, pasts.home) + judges.nameOf(left, pasts.copy);
      Recovered after = recovered.get(name);
      if (after == null) {
        after = recover(left);
        recovered.put(name, after);
        recoveries++;
        boolean outside = random.nextInt(SAMPLE) == 0;
        assertSound(after.disk(), when + ", recovered");
        if (outside) {
          judge(after.disk(), said + after.said(), when + ", recovered", true);
        }
      }
      judge(after.disk(), said + after.said(), when + ", recovered", false);
    }

    private void assertSound(MemoryDisk disk, String when) throws IOException {
      if (disk.exists(pasts.home.resolve("archive.json"))) {
        assertTrue(judges.isSound(disk, pasts.home), when);
      }
      if (scene.isCopying() && disk.exists(pasts.copy.resolve("log/checkpoint"))) {
        assertTrue(judges.isSound(disk, pasts.copy), when + " (copy)");
      }
    }

    private Recovered recover(MemoryDisk left) throws IOException {
      MemoryDisk disk = left.copy();
      String said = "";
      switch (scene.name()) {
        case "replicate" -> {
          Replication.run(disk, pasts.home, pasts.copy, false, surroundings::randomName);
          long size = ArchiveView.open(disk, pasts.copy).size();
          said = "The copy has all " + size + " events already.\n";
          String root = ArchiveView.open(disk, pasts.copy).root();
          assertEquals(ArchiveView.open(disk, pasts.home).root(), root);
        }
        case "repair" -> {
          Repair.run(disk, pasts.home, pasts.copy, surroundings);
          said = "Repaired what was to be repaired.\n";
          // What a stopped repair had put back is logged by the next one, if not by itself.
          Set<String> told = toldAsRepaired(disk);
          assertTrue(told.containsAll(repaired), () -> told + " lacks some of " + repaired);
        }
        default -> Archive.open(disk, pasts.home, surroundings).close();
      }
      return new Recovered(disk, said);
    }

    /** What the log says was put back, by the indexes of events and the names of files. */
    private Set<String> toldAsRepaired(MemoryDisk disk) throws IOException {
      Set<String> told = new TreeSet<>();
      ArchiveView.open(disk, pasts.home)
          .forEach(
              event -> {
                if (event.event().orElse(null) instanceof Repaired logged) {
                  logged.events().forEach(index -> told.add("event " + index));
                  told.addAll(logged.files());
                }
              });
      return told;
    }

    private void judge(MemoryDisk disk, String said, String when, boolean outside)
        throws IOException {
      List<String> harmed = new ArrayList<>();
      if (scene.hurt()) {
        for (int number : HARMED) {
          harmed.add(Pasts.digest(number));
        }
      }
      Case archive = new Case("archive", said, scene.asked(), harmed);
      judges.judge(disk, pasts.home, archive, when, outside);
      if (scene.isCopying() && disk.exists(pasts.copy)) {
        Case copy = new Case("copy", said, scene.asked(), List.of());
        judges.judge(disk, pasts.copy, copy, when + " (copy)", outside);
      }
    }
  }

  /** Signs the same state once: what recovers from the same state is then the same. */
  private static final class RememberingSigner implements LogSigner {
    private final LogSigner signer;
    private final Map<String, List<NoteSignature>> signed = new HashMap<>();

    RememberingSigner(LogSigner signer) {
      this.signer = signer;
    }

    @Override
    public List<VerifierKey> keys() {
      return signer.keys();
    }

    @Override
    public List<NoteSignature> sign(Checkpoint checkpoint, long timeSeconds) {
      return signed.computeIfAbsent(
          checkpoint.text() + timeSeconds, none -> signer.sign(checkpoint, timeSeconds));
    }
  }
}
