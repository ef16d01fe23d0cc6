package org.tamga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.Handling;
import org.tamga.text.wall.Sandbox;
import org.tamga.text.wall.Wall;
import org.tamga.text.wall.Written;
import org.tamga.vault.SystemDisk;
import org.tamga.verify.Trust;
import org.tamga.verify.Verifier;

/** Containers are sealed, and what they contain is sealed too, with the path that leads to it. */
class ContainersTest {
  private static final String WORDS = "The council of Vessen met on Monday. Six have waited.";

  private Path folder;
  private Path in;
  private String out = "";
  private String err = "";

  @BeforeEach
  void prepare(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Assumptions.assumeTrue(
        Sandbox.find(System.getenv()).isPresent() && Wall.parsers().isPresent(),
        "skipped: needs bubblewrap and the folder of parsers");
    in = Files.createDirectory(folder.resolve("in"));
  }

  private int tamga(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(1, List.of("--archive", folder.resolve("archive").toString()));
    if (arguments[0].equals("add")) {
      line.addAll(1, List.of("--keys", folder.resolve("keys").toString()));
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    int status = Tamga.run(new SystemDisk(), data, talk, line.toArray(new String[0]));
    out = data.toString(StandardCharsets.UTF_8);
    err = talk.toString(StandardCharsets.UTF_8);
    return status;
  }

  private List<Acquired> acquired() throws Exception {
    List<Acquired> all = new ArrayList<>();
    ArchiveView.open(new SystemDisk(), folder.resolve("archive"))
        .forEach(
            event -> {
              if (event.event().orElse(null) instanceof Acquired one) {
                all.add(one);
              }
            });
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] nested() {
    byte[] mail = Written.mail("Here they are.", "minutes.txt", bytes(WORDS));
    return Written.zip(new TreeMap<>(Map.of("a/minutes.txt", bytes(WORDS), "b/letter.eml", mail)));
  }

  @Test
  void membersAreDocumentsWithThePathThatLeadsToThem() throws Exception {
    Files.write(in.resolve("box.zip"), nested());
    assertEquals(ExitStatus.GOOD, tamga("add", "--json", in.toString()), err);
    String ledger = out.lines().reduce((a, b) -> b).orElseThrow();
    // The same words came in twice: two paths, one document.
    assertEquals(
        "{\"alreadySealed\":0,\"documents\":3,\"excluded\":0,\"failed\":0,\"in\":1,"
            + "\"notRead\":0,\"read\":3,\"sealed\":1}",
        ledger);
    List<String> paths = acquired().stream().map(one -> one.path().display()).toList();
    assertEquals(
        List.of(
            "box.zip",
            "box.zip/a/minutes.txt",
            "box.zip/b/letter.eml",
            "box.zip/b/letter.eml/minutes.txt"),
        paths);
    Acquired last = acquired().getLast();
    assertEquals("minutes.txt", last.particulars().get("member"));
    assertEquals(acquired().get(2).digest().toString(), last.particulars().get("container"));
    var report = Verifier.verify(folder.resolve("archive"), Trust.NONE);
    assertEquals(List.of(), report.findings());
  }

  @Test
  void aRebuildGivesTheSame() throws Exception {
    Files.write(in.resolve("box.zip"), nested());
    Files.write(in.resolve("scan.pdf"), Written.pdf(List.of(WORDS, "")));
    assertEquals(ExitStatus.GOOD, tamga("add", in.toString()), err);
    tamga("dump");
    String before = out;
    Map<Path, String> files = derived();
    assertEquals(ExitStatus.GOOD, tamga("rebuild"), err);
    assertTrue(out.startsWith("documents 4 = read 4 + not read 0"), out);
    tamga("dump");
    assertEquals(before, out);
    assertEquals(files, derived());
  }

  private Map<Path, String> derived() throws Exception {
    Map<Path, String> files = new TreeMap<>();
    try (var all = Files.walk(folder.resolve("archive/derived/text"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void aContainerThatComesInAgainBringsItsMembersAgain() throws Exception {
    Files.write(in.resolve("box.zip"), nested());
    assertEquals(ExitStatus.GOOD, tamga("add", in.toString()), err);
    Files.move(in.resolve("box.zip"), in.resolve("other.zip"));
    assertEquals(ExitStatus.GOOD, tamga("add", "--json", in.toString()), err);
    assertEquals(8, acquired().size());
    assertEquals("other.zip/b/letter.eml/minutes.txt", acquired().getLast().path().display());
    assertTrue(out.endsWith("\"in\":1,\"notRead\":0,\"read\":3,\"sealed\":0}\n"), out);
  }

  @Test
  void membersAreHandledAsTheirContainerIs() throws Exception {
    Files.write(in.resolve("box.zip"), nested());
    Path manifest =
        Files.writeString(
            folder.resolve("manifest.csv"),
            "path,publisher,source,handling\nin/box.zip,Vessen Post,a clerk,protected\n");
    assertEquals(
        ExitStatus.GOOD, tamga("add", "--manifest", manifest.toString(), in.toString()), err);
    for (Acquired one : acquired()) {
      Handling handling = java.util.Objects.requireNonNull(one.handling());
      assertEquals(Handling.Access.PROTECTED, handling.access(), one.path().display());
      assertEquals("a clerk", one.particulars().get("source"));
      boolean isMember = one.particulars().get("member") != null;
      assertEquals(isMember ? null : "Vessen Post", one.particulars().get("publisher"));
    }
  }

  @Test
  void aBombCostsItselfAndIsNamed() throws Exception {
    byte[] bomb = Written.zip(Map.of("zeros", new byte[80 << 20]));
    Files.write(in.resolve("bomb.zip"), bomb);
    Files.write(in.resolve("minutes.txt"), bytes(WORDS));
    byte[] inner = bytes(WORDS);
    for (int i = 0; i < 12; i++) {
      inner = Written.zip(Map.of("deeper" + i + ".zip", inner));
    }
    Files.write(in.resolve("deep.zip"), inner);
    assertEquals(ExitStatus.GOOD, tamga("add", "--json", in.toString()), err);
    assertTrue(out.contains("\"reason\":\"stopped by the limit RATIO"), out);
    assertTrue(err.contains("stopped by the limit DEPTH"), err);
    assertTrue(out.endsWith("\"in\":3,\"notRead\":1,\"read\":10,\"sealed\":3}\n"), out);
  }

  @Test
  void noWallIsSaidAloudAndRecorded() throws Exception {
    Files.write(in.resolve("minutes.docx"), Written.word("Minutes", List.of(WORDS), List.of("6")));
    assertEquals(ExitStatus.GOOD, tamga("add", "--no-wall", in.toString()), err);
    assertTrue(err.contains("warning: --no-wall"), err);
    assertEquals(Tamga.PROGRAM + " --no-wall", acquired().getFirst().program());
    assertEquals(ExitStatus.GOOD, tamga("add", in.toString()), err);
    assertFalse(err.contains("--no-wall"), err);
    assertEquals(Tamga.PROGRAM, acquired().getLast().program());
  }

  @Test
  void aRunThatWasStoppedBetweenContainerAndMembersIsFinishedByTheNext() throws Exception {
    Files.write(in.resolve("box.zip"), nested());
    assertEquals(ExitStatus.GOOD, tamga("init", "--keys", folder.resolve("keys").toString()));
    sealTheContainerAlone();
    assertEquals(1, acquired().size());
    assertEquals(
        ExitStatus.GOOD,
        tamga("add", Files.createDirectory(folder.resolve("none")).toString()),
        err);
    assertTrue(err.contains("Sealed 3 members of containers"), err);
    assertEquals(4, acquired().size());
    assertEquals(ExitStatus.GOOD, tamga("add", folder.resolve("none").toString()), err);
    assertEquals(4, acquired().size(), "only once");
  }

  /** What a run that dies at that moment leaves behind. */
  private void sealTheContainerAlone() throws Exception {
    var disk = new SystemDisk();
    Path archive = folder.resolve("archive");
    String origin = ArchiveView.open(disk, archive).origin();
    var keyring =
        org.tamga.keyring.Keyring.open(
            disk,
            org.tamga.keyring.Keyring.folder(folder.resolve("keys"), origin),
            new org.tamga.cli.keys.PassphraseInput());
    try (var open =
        org.tamga.custody.Archive.open(disk, archive, WriterOption.surroundings(keyring))) {
      new org.tamga.intake.Intake(
              open,
              file -> new org.tamga.intake.Intake.Told(org.tamga.custody.Particulars.NONE, null),
              new Silent(),
              () -> false)
          .add(List.of(in));
    }
  }

  private static final class Silent implements org.tamga.intake.Intake.Listener {
    @Override
    public void sealed(
        org.tamga.intake.FoundFile file, Acquired event, long index, boolean isNew) {}

    @Override
    public void batchSealed() {}

    @Override
    public void excluded(org.tamga.intake.FoundFile file, String reason) {}

    @Override
    public void failed(org.tamga.intake.FoundFile file, String reason) {}
  }

  @Test
  void whoWithholdsOrDestroysAContainerMeansItsMembersToo() throws Exception {
    Files.write(in.resolve("box.zip"), nested());
    Files.write(in.resolve("own.txt"), bytes("Nobody has waited in Tarn."));
    assertEquals(ExitStatus.GOOD, tamga("add", in.toString()), err);
    String box = acquired().getFirst().digest().hex();
    String keys = folder.resolve("keys").toString();
    assertEquals(ExitStatus.GOOD, tamga("withhold", "--keys", keys, "--reason", "asked", box), err);
    tamga("list", "--json");
    assertEquals(4, out.lines().count());
    assertEquals(3, out.lines().filter(line -> line.contains("\"withheld\":true")).count(), out);
    assertEquals(ExitStatus.GOOD, tamga("destroy", "--keys", keys, "--reason", "asked", box), err);
    tamga("list", "--json");
    assertEquals(1, out.lines().count(), out);
    assertTrue(Verifier.verify(folder.resolve("archive"), Trust.NONE).isGood());
    assertEquals(ExitStatus.GOOD, tamga("add", in.resolve("own.txt").toString()), err);
    tamga("list", "--json");
    assertEquals(1, out.lines().count(), "nothing came back");
  }

  @Test
  void readShowsMembersToo() throws Exception {
    Files.write(in.resolve("box.zip"), nested());
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ReadCommand command =
        new ReadCommand(
            new java.io.PrintStream(data, true, StandardCharsets.UTF_8),
            new java.io.PrintStream(OutputStream.nullOutputStream()));
    assertEquals(
        ExitStatus.GOOD, new picocli.CommandLine(command).execute("--json", in.toString()));
    String lines = data.toString(StandardCharsets.UTF_8);
    assertTrue(lines.contains("{\"file\":\"box.zip/b/letter.eml/minutes.txt\""), lines);
  }
}
