package org.tamga.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.EventKind;
import org.tamga.vault.Digest;
import org.tamga.vault.SystemDisk;

/** Stops the projection at each of its disk operations; the next one must make good. */
class InterruptedProjectionTest {
  private final Projection projection = new Projection(TestSteps.version("1"));

  @Test
  void whereverItStopsTheNextRunCompletesIt(@TempDir Path folder) throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      archive.add("a.txt", ProjectionTest.LETTER);
      archive.add("b.bin", "%BINARY");
      archive.add("c.txt", "Iven said: \"We were there in 2017.\"");
      projection.rebuild(archive.view(), ProjectionListener.SILENT);
      Map<String, String> files = ProjectionTest.files(archive);
      String dump = ProjectionTest.dump(archive);
      long stops = 0;
      while (stopsAt(archive, stops)) {
        projection.catchUp(archive.view(), ProjectionListener.SILENT);
        assertEquals(withoutLeftovers(files), withoutLeftovers(ProjectionTest.files(archive)));
        assertEquals(dump, ProjectionTest.dump(archive));
        stops++;
      }
      assertTrue(stops > 30, stops + " operations");
    }
  }

  private boolean stopsAt(TestArchive archive, long operation) throws IOException {
    FailingDisk disk = new FailingDisk(operation);
    try {
      projection.rebuild(ArchiveView.open(disk, archive.folder()), ProjectionListener.SILENT);
      return false;
    } catch (IOException switchedOff) {
      assertTrue(switchedOff.toString().contains("switched off"), switchedOff.toString());
      return true;
    }
  }

  /** A torn file under a passing name is read by nobody and replaced by the next writing. */
  private static Map<String, String> withoutLeftovers(Map<String, String> files) {
    files.keySet().removeIf(name -> name.endsWith(".new"));
    return files;
  }

  @Test
  void aStopWhileDestroyingIsMadeGoodToo(@TempDir Path folder) throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      Digest other = archive.add("other.txt", "Iven said: \"We were there.\"");
      for (int operation = 0; operation < 12; operation++) {
        Digest secret = archive.add("s" + operation + ".txt", "Secret " + operation + " of 2016");
        projection.catchUp(archive.view(), ProjectionListener.SILENT);
        archive.remove(EventKind.DESTROYED, secret);
        FailingDisk disk = new FailingDisk(operation);
        try {
          projection.catchUp(ArchiveView.open(disk, archive.folder()), ProjectionListener.SILENT);
        } catch (IOException switchedOff) {
          projection.catchUp(
              ArchiveView.open(new SystemDisk(), archive.folder()), ProjectionListener.SILENT);
        }
        for (Map.Entry<String, String> file : ProjectionTest.files(archive).entrySet()) {
          assertFalse(file.getValue().contains("Secret"), file.getKey());
        }
        try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
          assertEquals(List.of(other), record.ids());
        }
      }
    }
  }
}
