package org.tamga.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.Particulars;
import org.tamga.search.Query;
import org.tamga.search.SearchIndex;

/**
 * Many small documents, to see that time grows no faster than their number. With {@code
 * -Dtamga.documents=10000} it measures, and prints what it measured.
 */
class ManyDocumentsTest {
  private static final int DOCUMENTS = Integer.getInteger("tamga.documents", 600);

  /** Far below what any disk does, so that only a fault of the program can fall below it. */
  private static final int FEWEST_A_SECOND = 10;

  private long start;

  @Test
  void aRecordOfManyDocuments(@TempDir Path folder) throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      fill(archive);
      Projection projection = new Projection(TestSteps.version("1"));
      begin();
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      double rate = DOCUMENTS / end("projected");
      begin();
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      end("nothing to do");
      begin();
      try (ArchiveRecord record = ArchiveRecord.open(archive.view());
          SearchIndex index = SearchIndex.upToDate(archive.view(), record)) {
        end("indexed");
        begin();
        assertEquals(1, index.search(Query.parse("\"report number 17\""), 10).documents());
        end("one search");
        begin();
        for (var id : record.ids()) {
          assertEquals(id, record.document(id).orElseThrow().id());
        }
        end("listed");
        assertEquals(DOCUMENTS, record.totals().documents());
      }
      assertTrue(rate > FEWEST_A_SECOND, rate + " documents a second");
    }
  }

  private static void fill(TestArchive archive) throws IOException {
    List<Draft> batch = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      String text =
          "Report number "
              + i
              + "\n\nMara said: \"The mill at bend "
              + i % 97
              + " was closed in 2019.\"\nThe river was high. ".repeat(1 + i % 20);
      batch.add(archive.draft("reports/" + i + ".txt", text, Particulars.NONE, null));
      if (batch.size() == 500 || i == DOCUMENTS - 1) {
        archive.log(batch);
        batch.clear();
      }
    }
  }

  private void begin() {
    start = System.nanoTime();
  }

  private double end(String what) {
    double seconds = (System.nanoTime() - start) / 1e9;
    if (Integer.getInteger("tamga.documents") != null) {
      System.out.printf("=== %s: %.2f s, %.0f documents/s%n", what, seconds, DOCUMENTS / seconds);
    }
    return seconds;
  }
}
