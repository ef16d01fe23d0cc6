package org.tamga.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.EventKind;
import org.tamga.custody.Handling;
import org.tamga.custody.Handling.Access;
import org.tamga.custody.Particulars;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Projection;
import org.tamga.record.ProjectionListener;
import org.tamga.record.TestArchive;
import org.tamga.record.TestSteps;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.Proof;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.StrictBase64;
import org.tamga.tlog.TreeHash;
import org.tamga.vault.Digest;
import org.w3c.dom.Document;

/** A bag: others' programs accept it, and nothing is in it that may not leave. */
class BagTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
  private static final Particulars TOLD =
      Particulars.NONE
          .with("source", "Informant-K")
          .with("collector", "Collector-C")
          .with("machine", "Machine-M");

  private final TestArchive archive;
  private final Path bag;

  BagTest(@TempDir Path folder) throws IOException {
    archive = TestArchive.in(folder);
    bag = folder.resolve("bag");
  }

  private Export.Outcome export() throws IOException {
    new Projection(TestSteps.version("1")).catchUp(archive.view(), ProjectionListener.SILENT);
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      return new Export(record, new Sharing(TODAY, false)).bag(archive.view(), bag, "tamga test");
    }
  }

  private Path document(Digest id, String name) {
    return bag.resolve("data")
        .resolve(id.hex().substring(0, 2))
        .resolve(id.hex().substring(2) + name);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(bag)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private void assertAccepted() throws Exception {
    try (BagVerifier verifier = new BagVerifier()) {
      var read = new BagReader().read(bag);
      verifier.isValid(read, false);
      verifier.isComplete(read, false);
    }
  }

  @Test
  void theLibraryOfCongressAcceptsIt() throws Exception {
    Digest id = archive.add("press/letter no 1.txt", "Word\nMara said: \"Yes.\"", TOLD, null);
    archive.add("empty.txt", "");
    assertEquals(2, export().documents());
    assertEquals("Word\nMara said: \"Yes.\"", Files.readString(document(id, "-letter_no_1.txt")));
    assertAccepted();
    Files.writeString(document(id, "-letter_no_1.txt"), "Word\nMara said: \"No!.\"");
    assertThrows(Exception.class, this::assertAccepted);
  }

  @Test
  void anEmptyBagIsABagToo() throws Exception {
    archive.add("a.txt", "A", TOLD, new Handling(Access.PROTECTED, null, null, false));
    assertEquals(0, export().documents());
    assertAccepted();
  }

  @Test
  void sha256sumAcceptsIt() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/sha256sum")), "SKIPPED: sha256sum is not here");
    archive.add("100% true\r\nand more.txt", "Letter", TOLD, null);
    archive.add("Ünïcode näme.html", "<p>Letter</p>", TOLD, null);
    archive.add("x".repeat(300) + ".txt", "Long", TOLD, null);
    export();
    for (String manifest : List.of("manifest-sha256.txt", "tagmanifest-sha256.txt")) {
      Process process =
          new ProcessBuilder("/usr/bin/sha256sum", "-c", "--strict", manifest)
              .directory(bag.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), output);
    }
    List<String> names = files().stream().map(file -> file.getFileName().toString()).toList();
    assertTrue(names.stream().allMatch(name -> name.matches("[A-Za-z0-9._-]{1,123}")), "" + names);
    assertAccepted();
  }

  @Test
  void nothingThatMayNotLeaveIsInIt() throws Exception {
    archive.add("open.txt", "Openword", TOLD, null);
    archive.add("r.txt", "Rword", TOLD, new Handling(Access.RESTRICTED, null, null, false));
    archive.add("p.txt", "Pword", TOLD, new Handling(Access.PROTECTED, null, null, false));
    archive.add("e.txt", "Eword", TOLD, new Handling(Access.OPEN, null, TODAY.plusDays(1), false));
    archive.remove(EventKind.WITHHELD, archive.add("w.txt", "Wword", TOLD, null));
    archive.remove(EventKind.DESTROYED, archive.add("d.txt", "Dword", TOLD, null));
    Handling hidden = new Handling(Access.OPEN, "agreed by Informant-K", null, true);
    Digest id = archive.add("from-k/file-of-k.txt", "Hiddenword", TOLD, hidden);
    assertEquals(2, export().documents());
    assertTrue(Files.exists(document(id, "")));
    for (Path file : files()) {
      String all = file + " " + Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String word :
          List.of(
              "Rword",
              "Pword",
              "Eword",
              "Wword",
              "Dword",
              "file-of-k",
              "from-k",
              "Collector-C",
              "Machine-M",
              "agreed by")) {
        assertFalse(all.contains(word), word + " in " + file);
      }
      assertFalse(all.contains("Informant-K") && !all.contains("record.jsonl"), "" + file);
    }
  }

  @Test
  void premisTellsWhatHappenedToWhat() throws Exception {
    Digest id = archive.add("a&b<c>\u0001.txt", "Word", TOLD, null);
    archive.add("again.txt", "Word", TOLD, null);
    archive.decide(id, "sha256:" + "0".repeat(64), "accepted");
    export();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    Document xml = factory.newDocumentBuilder().parse(bag.resolve("metadata/premis.xml").toFile());
    String premis = "http://www.loc.gov/premis/v3";
    assertEquals(1, xml.getElementsByTagNameNS(premis, "object").getLength());
    var original = xml.getElementsByTagNameNS(premis, "originalName").item(0);
    assertEquals("a&b<c>\uFFFD.txt", original.getTextContent());
    List<String> types = new ArrayList<>();
    var events = xml.getElementsByTagNameNS(premis, "eventType");
    for (int i = 0; i < events.getLength(); i++) {
      types.add(events.item(i).getTextContent());
    }
    assertEquals(List.of("ingestion", "ingestion", "metadata modification"), types);
    assertEquals(2, xml.getElementsByTagNameNS(premis, "agent").getLength());
  }

  /** With the bag alone: the bytes are those of an event that is in the signed log. */
  @Test
  void eachDocumentIsShownToBeInTheLog() throws Exception {
    archive.add("other.txt", "Other");
    Digest id = archive.add("letter.txt", "Letter", TOLD, null);
    archive.add("third.txt", "Third");
    export();
    String event = Files.readString(bag.resolve("events/5.json"));
    assertTrue(event.contains(id.toString()), event);
    assertEquals(1, event.split("sha256:", -1).length - 1, "only the digest is told");
    assertFalse(event.contains("letter.txt"));
    String[] proof = Files.readString(bag.resolve("events/5.tlog-proof")).split("\n\n", 2);
    String[] lines = proof[0].split("\n", -1);
    assertEquals("c2sp.org/tlog-proof@v1", lines[0]);
    assertEquals("index 5", lines[1]);
    assertArrayEquals(
        Files.readAllBytes(bag.resolve("log/checkpoint")),
        proof[1].getBytes(StandardCharsets.UTF_8));
    Checkpoint checkpoint =
        Checkpoint.parse(SignedNote.parse(proof[1].getBytes(StandardCharsets.UTF_8)).text());
    List<TreeHash> hashes = new ArrayList<>();
    for (int i = 2; i < lines.length; i++) {
      hashes.add(TreeHash.of(StrictBase64.decode(lines[i])));
    }
    TreeHash leaf = TreeHash.ofLeaf(archive.view().event(5).entry().bytes());
    assertTrue(Proof.holdsInclusion(leaf, 5, checkpoint.size(), hashes, checkpoint.root()));
  }

  @Test
  void bytesThatRottedMakeNoBag() throws Exception {
    Digest id = archive.add("letter.txt", "Letter", TOLD, null);
    Path object = archive.folder().resolve("vault").resolve(org.tamga.vault.FolderVault.pathOf(id));
    new Projection(TestSteps.version("1")).catchUp(archive.view(), ProjectionListener.SILENT);
    Files.writeString(object, "Lettre");
    assertThrows(ArchiveException.class, this::export);
    assertFalse(Files.exists(bag.resolve("bagit.txt")));
    assertThrows(ArchiveException.class, this::export, "a folder that is not empty");
  }

  @Test
  void namesAreSafe() {
    assertEquals("etc_passwd", BagName.safe("../etc/passwd").replaceFirst("^_", ""));
    assertEquals("", BagName.safe("..."));
    assertEquals("_", BagName.safe("消息"));
    assertTrue(BagName.safe("a".repeat(90) + ".html").endsWith(".html"));
    assertEquals(60, BagName.safe("a".repeat(90) + ".html").length());
    String line = BagName.line(Digest.of(new byte[0]), "data/100%\r\n");
    assertTrue(line.endsWith("  data/100%25%0D%0A\n"), line);
  }
}
