package org.tamga.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.Particulars;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Projection;
import org.tamga.record.ProjectionListener;
import org.tamga.record.RecordDocument;
import org.tamga.record.TestArchive;
import org.tamga.record.TestSteps;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.Policy;
import org.tamga.vault.Digest;
import org.tamga.verify.BundleChecker;
import org.tamga.verify.Checksums;
import org.tamga.verify.Finding;
import org.tamga.verify.PythonVerifier;
import org.tamga.verify.Report;
import org.tamga.verify.Trust;

/**
 * A proof that was handed over, and everything that can be done to it.
 *
 * <p>{@code -Dtamga.flips=all} tries every byte of every file.
 */
class ProofBundleTest {
  private static final int PYTHON_SAMPLE = 60;
  private static final boolean ALL = "all".equals(System.getProperty("tamga.flips"));

  /** Of these two only the list of digests speaks: a spread of their bytes will do. */
  private static final List<String> LISTED_ONLY = List.of("verify.py", "HOW-TO-CHECK.txt");

  private static final int SPREAD = 31;

  /** Of all others a denser one, in the suite; the long measurement tries every byte. */
  private static final int SPREAD_OF_PROOF = 7;

  @TempDir Path folder = Path.of("");
  private Path bundle = Path.of("");

  @BeforeEach
  void setUp() throws IOException {
    makeOf("The ferry was held.\n");
  }

  /** A bundle of one of the two documents of an archive; the first came in twice. */
  private void makeOf(String text) throws IOException {
    Path home = Files.createTempDirectory(folder, "home");
    bundle = home.resolve("bundle");
    Digest letter = Digest.of(text.getBytes(StandardCharsets.UTF_8));
    try (TestArchive archive = TestArchive.in(home)) {
      Particulars told = Particulars.NONE.with("published", "2026-10-01");
      archive.add("letter.txt", "The ferry was held.\n", told, null);
      archive.add("other.txt", "The mill is closed.\n");
      archive.add("again.txt", "The ferry was held.\n");
      new Projection(TestSteps.version("1")).catchUp(archive.view(), ProjectionListener.SILENT);
      try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
        Sharing sharing = new Sharing(LocalDate.parse("2026-11-21"), false);
        RecordDocument document = record.document(letter).orElseThrow();
        new ProofBundle(archive.view(), record, sharing)
            .write(bundle, List.of(document), new Disclosing(new TreeSet<>()));
      }
    }
  }

  private Report check() {
    return BundleChecker.check(bundle, Trust.NONE);
  }

  private List<String> findings() {
    return check().findings().stream().map(one -> one.code() + " " + one.file()).toList();
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(bundle)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = bundle.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(file));
      }
    }
    return files;
  }

  /**
   * In place: a file that is cut off and written anew makes some file systems wait for the disk.
   */
  private static void overwrite(Path file, byte[] bytes) throws IOException {
    if (Files.exists(file) && Files.size(file) == bytes.length) {
      Files.write(file, bytes, StandardOpenOption.WRITE);
    } else {
      Files.write(file, bytes);
    }
  }

  /** Changes a file and lists the new digest, as somebody would who wants it not to be seen. */
  private void forge(String name, byte[] bytes) throws IOException {
    Files.createDirectories(bundle.resolve(name).getParent());
    overwrite(bundle.resolve(name), bytes);
    relist();
  }

  private void forge(String name, String from, String to) throws IOException {
    String text = Files.readString(bundle.resolve(name), StandardCharsets.UTF_8);
    assertTrue(text.contains(from), text);
    forge(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  private void relist() throws IOException {
    Map<String, byte[]> files = files();
    files.remove(Checksums.FILE);
    TreeMap<String, Digest> digests = new TreeMap<>();
    files.forEach((name, bytes) -> digests.put(name, Digest.of(bytes)));
    Path list = bundle.resolve(Checksums.FILE);
    byte[] text = new Checksums(digests).text().getBytes(StandardCharsets.UTF_8);
    overwrite(list, text);
  }

  @Test
  void aGoodBundleShowsItsEventsAndNoMore() throws IOException {
    Report report = check();
    assertEquals(List.of(), report.findings());
    assertEquals(Report.Result.CONSISTENT, report.result());
    assertEquals(2, report.events());
    assertEquals(1, report.objects());
    assertEquals(11, files().size(), "" + files().keySet());
    relist();
    assertEquals(List.of(), findings());
  }

  @Test
  void everyChangedByteIsFound() throws IOException {
    makeOf("The mill is closed.\n");
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int tried = 0;
    List<String> missed = new ArrayList<>();
    long start = System.nanoTime();
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Path path = bundle.resolve(file.getKey());
      int step = ALL ? 1 : LISTED_ONLY.contains(file.getKey()) ? SPREAD : SPREAD_OF_PROOF;
      for (int i = 0; i < file.getValue().length; i += step) {
        byte[] damaged = file.getValue().clone();
        damaged[i] ^= (byte) (1 << random.nextInt(8));
        overwrite(path, damaged);
        tried++;
        if (check().isGood()) {
          missed.add(file.getKey() + " " + i);
        }
      }
      overwrite(path, file.getValue());
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    System.out.printf(
        "ProofBundleTest: seed %d, Java tried %d, found %d, %d s%n",
        seed, tried, tried - missed.size(), seconds);
    assertEquals(List.of(), missed);
    assertEquals(List.of(), findings());
  }

  /** Whoever also rewrites the list of digests still cannot change what is proved. */
  @Test
  void everyChangedByteOfTheProofIsFoundThoughTheListAgrees() throws IOException {
    Random random = new Random(1);
    List<String> missed = new ArrayList<>();
    int tried = 0;
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      String name = file.getKey();
      boolean proof = name.startsWith("events/") || name.startsWith("objects/");
      for (int i = 0; proof && i < file.getValue().length; i += 7) {
        byte[] damaged = file.getValue().clone();
        damaged[i] ^= (byte) (1 << random.nextInt(8));
        forge(name, damaged);
        tried++;
        if (check().isGood()) {
          missed.add(name + " " + i);
        }
      }
      Files.write(bundle.resolve(name), file.getValue());
    }
    relist();
    System.out.println("ProofBundleTest: forged " + tried + ", found " + (tried - missed.size()));
    assertEquals(List.of(), missed);
    assertEquals(List.of(), findings());
  }

  @Test
  void whatIsMissingOrTooMuchIsFound() throws IOException {
    Files.writeString(bundle.resolve("extra.txt"), "x");
    assertEquals(List.of("BUNDLE_FILE extra.txt"), findings());
    Files.delete(bundle.resolve("extra.txt"));
    Files.delete(bundle.resolve("HOW-TO-CHECK.txt"));
    assertEquals(List.of("BUNDLE_FILE HOW-TO-CHECK.txt"), findings());
    relist();
    assertEquals(List.of(), findings());
    Files.createSymbolicLink(bundle.resolve("link"), Path.of("checkpoint"));
    assertEquals(List.of("FILE_UNEXPECTED link"), findings());
    Files.delete(bundle.resolve("link"));
    forge("objects/ab/" + "0".repeat(62), new byte[] {1});
    assertEquals(List.of("BUNDLE_OBJECT objects/ab/" + "0".repeat(62)), findings());
    Files.delete(bundle.resolve("objects/ab/" + "0".repeat(62)));
    Files.delete(bundle.resolve("events/6.tlog-proof"));
    relist();
    assertEquals(List.of("BUNDLE_PROOF events/6.tlog-proof"), findings());
    Files.delete(bundle.resolve("events/6.json"));
    relist();
    assertEquals(List.of(), findings());
    Files.delete(bundle.resolve("events/4.json"));
    relist();
    assertTrue(findings().contains("BUNDLE_EVENT events"), "" + findings());
    assertTrue(findings().contains("BUNDLE_EVENT events/4.tlog-proof"), "" + findings());
  }

  @Test
  void aKeyThatDoesNotBelongIsFound() throws IOException {
    String person = "tamga/other+e5d5d72a+AXWXTIEkRSlvlBcBYHBFJ5A4DsyOQg9l7cpQTDbqtWkA\n";
    forge("keys/log-e5d5d72a.vkey", person.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("KEY_ALTERED keys/log-e5d5d72a.vkey"), findings());
  }

  @Test
  void aFieldThatIsNotTheEventsIsFound() throws IOException {
    forge("events/4.json", "2026-10-01", "2026-10-02");
    assertTrue(findings().contains("BUNDLE_EVENT events/4.json"), "" + findings());
  }

  @Test
  void theProofOfAnotherEventIsFound() throws IOException {
    forge("events/4.tlog-proof", Files.readAllBytes(bundle.resolve("events/6.tlog-proof")));
    assertEquals(List.of("BUNDLE_PROOF events/4.tlog-proof"), findings());
  }

  @Test
  void aCheckpointThatNobodySignedIsFound() throws IOException {
    List<String> keys = files().keySet().stream().filter(name -> name.startsWith("keys/")).toList();
    assertEquals(2, keys.size(), "of the log, and of nobody else");
    for (String key : keys) {
      Files.delete(bundle.resolve(key));
    }
    relist();
    assertEquals(List.of("SIGNATURE_MISSING checkpoint"), findings());
    Files.delete(bundle.resolve("checkpoint"));
    relist();
    assertEquals(List.of("CHECKPOINT_MISSING checkpoint"), findings());
  }

  @Test
  void aPolicyMakesItSoundOrSaysWhatIsMissing() throws IOException {
    String classical = "";
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      String key = new String(file.getValue(), StandardCharsets.UTF_8).strip();
      if (file.getKey().startsWith("keys/") && key.length() < 200) {
        classical = key;
      }
    }
    Trust good = new Trust(Policy.parse("log " + classical + "\nquorum none\n"), null);
    assertEquals(Report.Result.SOUND, BundleChecker.check(bundle, good).result());
    Checkpoint here =
        Checkpoint.parse(
            new String(files().get("checkpoint"), StandardCharsets.UTF_8).split("\n\n", 2)[0]
                + "\n");
    assertEquals("tamga/test", here.origin());
    Trust same = new Trust(null, here);
    assertEquals(List.of(), BundleChecker.check(bundle, same).findings());
    Trust forked = new Trust(null, new Checkpoint(here.origin(), here.size(), zero()));
    assertEquals(
        List.of("CHECKPOINT_FORKED"),
        BundleChecker.check(bundle, forked).findings().stream()
            .map(Finding::code)
            .map(Enum::name)
            .toList());
  }

  private static org.tamga.tlog.TreeHash zero() {
    return org.tamga.tlog.TreeHash.of(new byte[32]);
  }

  @Test
  void theOtherCheckerSaysTheSame() throws Exception {
    Path checker = Path.of("tools/verify.py");
    Assumptions.assumeTrue(
        Files.readString(checker).contains(Checksums.FILE),
        "SKIPPED: tools/verify.py does not know bundles yet");
    PythonVerifier.assume();
    assertEquals(0, python(), "a good bundle");
    List<String> flips = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      for (int i = 0; i < file.getValue().length; i++) {
        flips.add(file.getKey() + " " + i);
      }
    }
    long seed = System.nanoTime();
    System.out.println("ProofBundleTest: seed " + seed);
    Collections.shuffle(flips, new Random(seed));
    List<String> missed = new ArrayList<>();
    for (String flip : flips.subList(0, PYTHON_SAMPLE)) {
      String[] words = flip.split(" ", 2);
      byte[] bytes = Files.readAllBytes(bundle.resolve(words[0]));
      byte[] damaged = Arrays.copyOf(bytes, bytes.length);
      damaged[Integer.parseInt(words[1])] ^= 1;
      overwrite(bundle.resolve(words[0]), damaged);
      if (python() == 0) {
        missed.add(flip);
      }
      overwrite(bundle.resolve(words[0]), bytes);
    }
    System.out.printf(
        "ProofBundleTest: verify.py tried %d, found %d%n",
        PYTHON_SAMPLE, PYTHON_SAMPLE - missed.size());
    assertEquals(List.of(), missed);
  }

  private int python() throws IOException {
    return PythonVerifier.verify(bundle).status();
  }
}
