package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of the evidence can change without being found, by either checker. */
class ByteFlipTest {
  private static final List<String> EVIDENCE =
      List.of("vault", "log", "disclosures", "keys", "archive.json");
  private static final int SAMPLE = 200;

  @TempDir Path folder = Path.of("");
  private Path archive = Path.of("");
  private final List<Flip> flips = new ArrayList<>();

  private record Flip(String file, int offset, int xor) {}

  @BeforeEach
  void setUp() throws IOException {
    long seed = System.nanoTime();
    System.out.println("ByteFlipTest: seed " + seed);
    Random random = new Random(seed);
    archive = folder.resolve("archive");
    TestArchive.createCompact(archive);
    collectFlips(random);
  }

  /** Every byte of the evidence, one bit of each, in random order. */
  private void collectFlips(Random random) throws IOException {
    flips.clear();
    for (String area : EVIDENCE) {
      try (Stream<Path> files = Files.walk(archive.resolve(area))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String name = archive.relativize(file).toString().replace('\\', '/');
          for (int i = 0; i < Files.size(file); i++) {
            flips.add(new Flip(name, i, 1 << random.nextInt(8)));
          }
        }
      }
    }
    assertEquals(List.of(), findings(), "the archive is good before it is damaged");
    Collections.shuffle(flips, random);
  }

  private List<String> findings() throws IOException {
    try {
      return Verifier.verify(archive, Trust.NONE).findings().stream()
          .map(finding -> finding.code() + "|" + finding.file() + "|" + finding.index())
          .sorted()
          .toList();
    } catch (NotAnArchiveException e) {
      return List.of("not an archive");
    }
  }

  private List<String> findings(Flip flip) throws IOException {
    xor(flip);
    try {
      return findings();
    } finally {
      xor(flip);
    }
  }

  /**
   * In place: a file that is cut off and written anew makes some file systems wait for the disk.
   */
  private void xor(Flip flip) throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(archive.resolve(flip.file()).toFile(), "rw")) {
      file.seek(flip.offset());
      int before = file.read();
      file.seek(flip.offset());
      file.write(before ^ flip.xor());
    }
  }

  @Test
  void everyFlippedByteOfASmallArchiveIsFound() throws IOException {
    archive = folder.resolve("small");
    TestArchive.create(archive).acquire(TestArchive.LETTERS.subList(0, 1));
    collectFlips(new Random(1));
    everyFlipIsFound();
  }

  @Test
  void flippedBytesOfSignedEventsAreFound() throws IOException {
    flips.subList(SAMPLE * 5, flips.size()).clear();
    everyFlipIsFound();
  }

  private void everyFlipIsFound() throws IOException {
    List<Flip> missed = new ArrayList<>();
    for (Flip flip : flips) {
      if (findings(flip).isEmpty()) {
        missed.add(flip);
      }
    }
    int found = flips.size() - missed.size();
    System.out.println("ByteFlipTest: Java tried " + flips.size() + ", found " + found);
    assertEquals(List.of(), missed);
  }

  @Test
  void bothCheckersFindTheSame() throws IOException {
    PythonVerifier.assume();
    List<Flip> sample = flips.subList(0, SAMPLE);
    StringBuilder input = new StringBuilder();
    sample.forEach(
        flip -> input.append("%s\t%d\t%d%n".formatted(flip.file(), flip.offset(), flip.xor())));
    PythonVerifier.Run run =
        PythonVerifier.run(
            List.of("python3", "src/test/python/verify_damaged.py", archive.toString()),
            input.toString());
    assertEquals(SAMPLE, run.lines().size(), "one line for each flip");
    long found = run.lines().stream().filter(line -> !line.startsWith("0")).count();
    System.out.println("ByteFlipTest: verify.py tried " + SAMPLE + ", found " + found);
    assertEquals(SAMPLE, found);
    for (int i = 0; i < SAMPLE; i++) {
      String[] words = run.lines().get(i).split("\t");
      List<String> theirs = List.of(words).subList(1, words.length);
      List<String> ours = findings(sample.get(i));
      boolean refused = words[0].equals("2") && ours.equals(List.of("not an archive"));
      assertTrue(refused || ours.equals(theirs), sample.get(i) + ": " + ours + " / " + theirs);
    }
  }
}
