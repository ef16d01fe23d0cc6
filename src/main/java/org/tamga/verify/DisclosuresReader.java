package org.tamga.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveLayout;
import org.tamga.custody.Journal;
import org.tamga.tlog.Tile;
import org.tamga.tlog.TreeHash;

/** Brings each entry of a log together with the line that says what it means. */
final class DisclosuresReader {
  private final EvidenceFolder folder;
  private final Findings findings;
  private final LogChecker log;
  private final Leaves leaves;
  private final List<Journal.Pending> ahead;

  /**
   * @param leaves the hashes that undamaged entries have
   * @param ahead events that are about to be added, and may stand in the files already
   */
  DisclosuresReader(
      EvidenceFolder folder,
      Findings findings,
      LogChecker log,
      Leaves leaves,
      List<Journal.Pending> ahead) {
    this.folder = folder;
    this.findings = findings;
    this.log = log;
    this.leaves = leaves;
    this.ahead = ahead;
  }

  /** Hands over all events; entries that are damaged are left out. */
  void forEach(EventChecker events) {
    NavigableSet<String> files = folder.files("disclosures");
    files.remove(Journal.FILE);
    files.remove(ArchiveLayout.ARRIVAL);
    long until = leaves.size() + ahead.size();
    for (long bundle = 0; bundle * Tile.FULL_WIDTH < until; bundle++) {
      String name = EventChecker.disclosuresFile(bundle);
      files.remove(name);
      Bundle one = new Bundle(events, name, bundle);
      if (!folder.forEachLine(name, one::take)) {
        findings.add(FindingCode.DISCLOSURE_MALFORMED, name, "it does not end in a line break");
      }
      one.finish();
    }
    files.forEach(name -> findings.add(FindingCode.DISCLOSURE_UNEXPECTED, name));
  }

  /** The lines of one file and the entries that they belong to. */
  private final class Bundle {
    private final EventChecker events;
    private final String file;
    private final String entriesFile;
    private final List<byte[]> entries;
    private final long start;
    private final int width;
    private int place;

    Bundle(EventChecker events, String file, long bundle) {
      this.events = events;
      this.file = file;
      this.start = bundle * Tile.FULL_WIDTH;
      this.width = Math.clamp(leaves.size() - start, 0, Tile.FULL_WIDTH);
      this.entries = width == 0 ? List.of() : log.entries(bundle);
      this.entriesFile =
          LogChecker.FOLDER + new Tile(Tile.ENTRIES, bundle, Math.max(1, width)).path();
    }

    void take(byte @Nullable [] line) {
      if (place < width) {
        boolean good =
            place < entries.size()
                && TreeHash.ofLeaf(entries.get(place)).equals(leaves.get(start + place));
        if (good) {
          events.check((int) (start + place), entries.get(place), entriesFile, line);
        }
      } else if (line != null && !isAhead(line)) {
        findings.add(FindingCode.DISCLOSURE_UNEXPECTED, file, start + place, "");
      }
      place++;
    }

    private boolean isAhead(byte[] line) {
      long next = start + place - leaves.size();
      if (next < 0 || next >= ahead.size() || place >= Tile.FULL_WIDTH) {
        return false;
      }
      String expected = ahead.get((int) next).disclosures().line();
      return Arrays.equals(line, expected.getBytes(StandardCharsets.UTF_8));
    }

    /** The events for which there was no line. */
    void finish() {
      while (place < width) {
        take(null);
      }
    }
  }
}
