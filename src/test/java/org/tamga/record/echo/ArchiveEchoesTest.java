package org.tamga.record.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.EventKind;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.DerivedLayout;
import org.tamga.record.Projection;
import org.tamga.record.ProjectionListener;
import org.tamga.record.TestArchive;
import org.tamga.record.TestSteps;
import org.tamga.vault.Digest;

class ArchiveEchoesTest {
  private static final String WIRE =
      """
      The quay
      The quay of Sellen broke on Monday under a crane of 90 tonnes, and 12 men went into the water.
      Harbour master Ivo Tarn had asked for new piles in March; the council gave him paint.
      Divers from Orme found all but one of them, the cook Pelle Strand, before it was dark.
      """;

  private static final String OWN =
      """
      The cook
      Pelle had a red cap. I saw it in the morning by the steps, and nobody under it.
      """;

  private final Path folder;
  private final Projection projection = new Projection(TestSteps.version("1"));

  ArchiveEchoesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Echoes echoes(TestArchive archive) throws IOException {
    projection.catchUp(archive.view(), ProjectionListener.SILENT);
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      return ArchiveEchoes.upToDate(archive.view(), record);
    }
  }

  @Test
  void addingOneByOneAndAllAtOnceIsTheSame() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      archive.add("wire.txt", WIRE);
      echoes(archive);
      archive.add("scan.bin", "%BINARY");
      archive.add("own.txt", OWN);
      echoes(archive);
      archive.add("reprint.txt", WIRE.replace("The quay\n", "Quay breaks\n"));
      Echoes added = echoes(archive);
      assertEquals(List.of(0, 3), added.groups().getFirst().documents());

      Path file = new DerivedLayout(archive.view().layout().derived()).echoes();
      Files.delete(file);
      assertEquals(told(added), told(echoes(archive)));
      projection.rebuild(archive.view(), ProjectionListener.SILENT);
      assertFalse(Files.exists(file));
      assertEquals(told(added), told(echoes(archive)));
      Files.writeString(file, "no database");
      assertEquals(told(added), told(echoes(archive)));
    }
  }

  @Test
  void whatWasDestroyedIsInNoGroup() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      Digest wire = archive.add("wire.txt", WIRE);
      archive.add("reprint.txt", WIRE.replace("The quay\n", "Quay breaks\n"));
      assertEquals(1, echoes(archive).groups().size());
      archive.remove(EventKind.DESTROYED, wire);
      Echoes left = echoes(archive);
      assertEquals(List.of(), left.groups());
      assertEquals(List.of(), left.links());
      assertEquals(1, left.sources().size());
    }
  }

  @Test
  void linesLeaveOutWhatMustNotBeShownAndItsReasons() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      archive.add("wire.txt", WIRE);
      archive.add("reprint.txt", WIRE.replace("The quay\n", "Quay breaks\n"));
      archive.add("secret.txt", WIRE.replace("The quay\n", "Broken\n"));
      Echoes echoes = echoes(archive);
      String all = line(new EchoLines(echoes, number -> echoes.sources().get(number).file()));
      assertTrue(all.contains("secret.txt") && all.contains("\"why\""), all);
      assertTrue(all.startsWith("{\"type\":\"echo\",\"id\":\"sha256:"), all);
      String some =
          line(
              new EchoLines(
                  echoes, number -> number == 2 ? null : echoes.sources().get(number).file()));
      assertFalse(some.contains("secret") || some.contains("\"why\""), some);
      assertTrue(some.contains("wire.txt") && some.contains("reprint.txt"), some);
      EchoLines none = new EchoLines(echoes, number -> number == 0 ? "wire.txt" : null);
      assertEquals(List.of(), none.all());
    }
  }

  private static String line(EchoLines lines) {
    assertEquals(1, lines.groups().size());
    return lines.groups().getFirst();
  }

  /** All that echoes tell of documents; what people decided on them is tested elsewhere. */
  private static List<Object> told(Echoes echoes) {
    return List.of(echoes.sources(), echoes.links(), echoes.groups(), echoes.repeats());
  }
}
