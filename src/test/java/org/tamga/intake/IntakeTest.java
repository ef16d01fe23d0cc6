package org.tamga.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.Particulars;
import org.tamga.custody.TestArchive;
import org.tamga.vault.Digest;

/** Nothing is lost without a word, whatever a folder holds. */
class IntakeTest {
  /** Writes down what became of each file. */
  private static final class Heard implements Intake.Listener {
    final Map<String, String> outcomes = new TreeMap<>();
    final List<Digest> sealed = new ArrayList<>();

    @Override
    public void sealed(FoundFile file, Acquired event, long index, boolean isNew) {
      outcomes.put(file.place().display(), isNew ? "sealed" : "again");
      sealed.add(event.digest());
    }

    @Override
    public void batchSealed() {}

    @Override
    public void excluded(FoundFile file, String reason) {
      outcomes.put(file.place().display(), "excluded: " + reason);
    }

    @Override
    public void failed(FoundFile file, String reason) {
      outcomes.put(file.place().display(), "failed: " + reason);
    }
  }

  private static Heard add(Path folder, Path... paths) throws IOException {
    Heard heard = new Heard();
    try (TestArchive test =
        Files.exists(folder.resolve("archive"))
            ? TestArchive.open(folder)
            : TestArchive.create(folder)) {
      new Intake(
              test.archive(), file -> new Intake.Told(Particulars.NONE, null), heard, () -> false)
          .add(List.of(paths));
    }
    return heard;
  }

  private static Path source(Path folder) throws IOException {
    return Files.createDirectory(folder.resolve("source"));
  }

  @Test
  void foldersAreWalkedInOrderAndEmptyFilesSealedToo(@TempDir Path folder) throws Exception {
    Path source = source(folder);
    Files.createDirectories(source.resolve("b/c"));
    Files.writeString(source.resolve("b/c/letter.txt"), "one");
    Files.writeString(source.resolve("a.txt"), "two");
    Files.createFile(source.resolve("empty.txt"));
    Files.writeString(source.resolve("z.txt"), "one");
    assertEquals(
        Map.of(
            "a.txt", "sealed", "b/c/letter.txt", "sealed", "empty.txt", "sealed", "z.txt", "again"),
        add(folder, source).outcomes);
  }

  @Test
  void aMissingPathIsNamedAndTheOthersGoOn(@TempDir Path folder) throws Exception {
    Path good = Files.writeString(folder.resolve("good.txt"), "good");
    assertEquals(
        Map.of("absent.txt", "failed: there is no such file or folder", "good.txt", "sealed"),
        add(folder, folder.resolve("absent.txt"), good).outcomes);
  }

  @Test
  void linksAreLeftOutSoThatLoopsEnd(@TempDir Path folder) throws Exception {
    Path source = source(folder);
    Files.writeString(source.resolve("letter.txt"), "one");
    Files.createSymbolicLink(source.resolve("loop"), source);
    Map<String, String> outcomes = add(folder, source).outcomes;
    assertEquals("sealed", outcomes.get("letter.txt"));
    assertTrue(
        String.valueOf(outcomes.get("loop")).startsWith("excluded: it is a link"),
        outcomes.toString());
  }

  @Test
  void theArchiveNeverTakesItselfIn(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "one");
    Map<String, String> outcomes = add(folder, folder).outcomes;
    assertEquals("excluded: it is the archive itself", outcomes.get("archive"));
    assertEquals("sealed", outcomes.get("letter.txt"));
  }

  @Test
  void aPipeIsNoFile(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(made.waitFor() == 0, "mkfifo is missing");
    assertTrue(
        String.valueOf(add(folder, pipe).outcomes.get("pipe"))
            .startsWith("excluded: it is a device"));
  }

  @Test
  void aNameThatIsNoTextIsKeptByteForByte(@TempDir Path folder) throws Exception {
    Path source = source(folder);
    Path odd = Path.of(URI.create(source.toUri() + "bad%FFname.txt"));
    Files.writeString(odd, "odd");
    List<byte[]> names = new ArrayList<>();
    try (TestArchive test = TestArchive.create(folder)) {
      Heard heard = new Heard();
      new Intake(
              test.archive(),
              file -> {
                names.add(RawNames.nameOf(file).bytes());
                return new Intake.Told(Particulars.NONE, null);
              },
              heard,
              () -> false)
          .add(List.of(source));
      assertEquals(1, heard.sealed.size());
    }
    assertEquals("bad\u00ffname.txt", new String(names.getFirst(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void veryDeepFoldersAreWalked(@TempDir Path folder) throws Exception {
    Path deep = source(folder);
    for (int i = 0; i < 400; i++) {
      deep = Files.createDirectory(deep.resolve("d"));
    }
    Files.writeString(deep.resolve("letter.txt"), "deep");
    assertEquals(1, add(folder, folder.resolve("source")).sealed.size());
  }

  @Test
  void aFileThatChangesWhileItIsReadIsNotSealed(@TempDir Path folder) throws Exception {
    Path growing = Files.writeString(folder.resolve("growing.txt"), "x".repeat(1 << 22));
    Thread writer =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    while (!Thread.currentThread().isInterrupted()) {
                      Files.writeString(growing, "y", java.nio.file.StandardOpenOption.APPEND);
                    }
                  } catch (IOException e) {
                    // The test is over and its folder gone.
                  }
                });
    Map<String, String> outcomes = add(folder, growing).outcomes;
    writer.interrupt();
    writer.join();
    assertEquals(
        Map.of("growing.txt", "failed: it changed while it was being read; add it again"),
        outcomes);
  }
}
