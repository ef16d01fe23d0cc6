package org.tamga.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveDescription;
import org.tamga.custody.ArchiveLayout;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.EventKind;
import org.tamga.custody.Journal;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.TreeHash;
import org.tamga.vault.Digest;

/**
 * Checks a whole archive: reads everything in it and computes it again.
 *
 * <p>docs/spec/verify.md. Memory grows with the number of events (about a hundred bytes each), not
 * with the size of documents.
 */
public final class Verifier {
  private static final int LONGEST_KEY_BYTES = 1 << 13;

  private final Findings findings = new Findings();
  private final EvidenceFolder folder;
  private final Trust trust;

  private Verifier(Path archive, Trust trust) {
    this.folder = new EvidenceFolder(archive, findings);
    this.trust = trust;
  }

  /**
   * Checks the archive in a folder.
   *
   * @throws NotAnArchiveException where there is none, or one of a newer format
   */
  public static Report verify(Path archive, Trust trust) throws NotAnArchiveException {
    return new Verifier(archive, trust).verify();
  }

  private Report verify() throws NotAnArchiveException {
    folder.forEach(ArchiveDescription.FILE + org.tamga.vault.Disk.NEW, name -> {});
    byte[] about = folder.read(ArchiveDescription.FILE, ArchiveDescription.LARGEST_BYTES);
    if (folder.holds(ArchiveLayout.ARRIVAL) && !folder.holds(LogChecker.CHECKPOINT)) {
      throw new NotAnArchiveException(
          "it is a copy that has not arrived completely; run tamga replicate to it again");
    }
    if (about == null && !folder.holds(LogChecker.CHECKPOINT)) {
      throw new NotAnArchiveException("it has no archive.json and no log/checkpoint");
    }
    String origin = origin(about);
    Journal journal = journal();
    SignedNote note = CheckpointReader.read(folder, findings, LogChecker.CHECKPOINT);
    if (note == null) {
      return Report.of(findings, false, 0, 0);
    }
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if ((origin != null && !origin.equals(checkpoint.origin()))
        || !checkpoint.extensions().isEmpty()) {
      findings.add(FindingCode.CHECKPOINT_ORIGIN, LogChecker.CHECKPOINT, checkpoint.origin());
    }
    Digest description = about == null ? null : Digest.of(about);
    String name = origin == null ? checkpoint.origin() : origin;
    Checkpoint arrival = arrival(checkpoint);
    long sealed = arrival == null ? Long.MAX_VALUE : checkpoint.size();
    EventChecker events = new EventChecker(findings, name, description, sealed);
    LogChecker log = new LogChecker(folder, findings, checkpoint.size());
    if (log.isPlausible()) {
      if (arrival == null) {
        checkLog(log, events, checkpoint, journal);
      } else {
        checkArriving(log, events, checkpoint, arrival);
      }
      new SignatureChecker(findings, note, checkpoint, LogChecker.CHECKPOINT)
          .check(events.keys(), trust);
    }
    boolean trusted = trust.policy() != null;
    return Report.of(findings, trusted, events.events(), events.acquisitions().documents());
  }

  /** The log's name according to archive.json; null where that cannot be read. */
  private @Nullable String origin(byte @Nullable [] about) throws NotAnArchiveException {
    if (about == null) {
      findings.add(FindingCode.ARCHIVE_MISSING, ArchiveDescription.FILE);
      return null;
    }
    ArchiveDescription description;
    try {
      description = ArchiveDescription.parse(about);
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      findings.add(FindingCode.ARCHIVE_MALFORMED, ArchiveDescription.FILE, why);
      return null;
    }
    if (description.format() > ArchiveDescription.NEWEST_FORMAT) {
      throw new NotAnArchiveException(
          "it is an archive of format " + description.format() + ", newer than this program");
    }
    return description.origin();
  }

  private @Nullable Journal journal() {
    byte[] bytes = folder.read(Journal.FILE, Journal.LARGEST_BYTES);
    if (bytes == null) {
      return null;
    }
    try {
      Journal journal = Journal.parse(bytes);
      findings.add(FindingCode.UNFINISHED, Journal.FILE);
      return journal;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      findings.add(FindingCode.JOURNAL_MALFORMED, Journal.FILE, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** The state that a copy is being brought to; null where there is none. */
  private @Nullable Checkpoint arrival(Checkpoint checkpoint) {
    byte[] bytes = folder.read(ArchiveLayout.ARRIVAL, SignedNote.LARGEST_BYTES);
    if (bytes == null) {
      return null;
    }
    String why = "it is not of this log, or behind it";
    try {
      Checkpoint arrival = Checkpoint.parse(SignedNote.parse(bytes).text());
      boolean same = arrival.size() == checkpoint.size();
      if (arrival.origin().equals(checkpoint.origin())
          && arrival.size() >= checkpoint.size()
          && (!same || arrival.root().equals(checkpoint.root()))) {
        findings.add(FindingCode.UNFINISHED, ArchiveLayout.ARRIVAL);
        return arrival;
      }
    } catch (MalformedLogException e) {
      why = String.valueOf(e.getMessage());
    }
    findings.add(FindingCode.ARRIVAL_MALFORMED, ArchiveLayout.ARRIVAL, why);
    return null;
  }

  /** Checks a copy that is being brought forward: docs/spec/copies.md, "interrupted". */
  private void checkArriving(
      LogChecker log, EventChecker events, Checkpoint checkpoint, Checkpoint arrival) {
    Leaves sealed = log.leaves(checkpoint.root());
    long reached = log.reach(arrival.size());
    LogChecker all = log.upTo(reached);
    Leaves leaves = sealed.and(all.hashesFrom(sealed.size()));
    log.checkTiles(leaves, arrival.size());
    if (reached == arrival.size() && !leaves.rootOf(reached).equals(arrival.root())) {
      findings.add(FindingCode.CHECKPOINT_ROOT, ArchiveLayout.ARRIVAL);
    }
    checkEvents(all, events, leaves, List.of(), null);
    TimestampNames.check(folder, findings, checkpoint, leaves);
    checkKept(checkpoint, sealed);
  }

  private void checkLog(
      LogChecker log, EventChecker events, Checkpoint checkpoint, @Nullable Journal journal) {
    Leaves leaves = log.leaves(checkpoint.root());
    List<Journal.Pending> ahead = ahead(journal, leaves);
    Leaves all = ahead.isEmpty() ? leaves : leaves.and(ahead.stream().map(Verifier::leaf).toList());
    log.checkTiles(all, all.size());
    checkEvents(log, events, leaves, ahead, journal);
    TimestampNames.check(folder, findings, checkpoint, leaves);
    checkKept(checkpoint, leaves);
  }

  private void checkEvents(
      LogChecker log,
      EventChecker events,
      Leaves leaves,
      List<Journal.Pending> ahead,
      @Nullable Journal journal) {
    if (leaves.hasEqual()) {
      findings.add(FindingCode.ENTRY_REPEATED, LogChecker.CHECKPOINT);
    }
    new DisclosuresReader(folder, findings, log, leaves, ahead).forEach(events);
    // A copy that is being brought forward may still hold whatever is destroyed in its origin.
    BitSet goingNow =
        events.sealed() < Long.MAX_VALUE ? (BitSet) events.destroyed().clone() : goingNow(journal);
    events.finish(goingNow);
    events.keys().finish(events.origin(), leaves, trust);
    checkKeys(events, ahead);
    Set<Digest> unsettled = new HashSet<>();
    if (journal != null) {
      journal.objects().forEach(object -> unsettled.add(object.digest()));
    }
    unsettled.addAll(events.acquisitions().broughtIn(goingNow));
    new VaultChecker(folder, findings, events, unsettled)
        .check(events.destroyed(), events.withheld());
  }

  /** The events that an unfinished batch takes away: what they brought in may still be there. */
  private static BitSet goingNow(@Nullable Journal journal) {
    BitSet going = new BitSet();
    if (journal != null) {
      for (Journal.Pending event : journal.events()) {
        if (event.entry().kind() == EventKind.DESTROYED) {
          going.set(Math.toIntExact(event.entry().index().orElseThrow()));
        }
      }
    }
    return going;
  }

  private static TreeHash leaf(Journal.Pending event) {
    return TreeHash.ofLeaf(event.entry().bytes());
  }

  /** The events that a journal is about to add to this log; none where they are in it already. */
  private List<Journal.Pending> ahead(@Nullable Journal journal, Leaves leaves) {
    if (journal == null || journal.base() == leaves.size()) {
      return journal == null ? List.of() : journal.events();
    }
    boolean sealed = journal.base() + journal.events().size() == leaves.size();
    for (int i = 0; sealed && i < journal.events().size(); i++) {
      sealed = leaf(journal.events().get(i)).equals(leaves.get(journal.base() + i));
    }
    if (!sealed) {
      findings.add(FindingCode.JOURNAL_MALFORMED, Journal.FILE, "it does not continue this log");
    }
    return List.of();
  }

  private void checkKeys(EventChecker events, List<Journal.Pending> ahead) {
    NavigableSet<String> files = folder.files("keys");
    for (var entry : events.keys().all().entrySet()) {
      String name = "keys/" + entry.getKey();
      String line = entry.getValue().key() + "\n";
      byte[] bytes = folder.read(name, LONGEST_KEY_BYTES);
      if (bytes == null && events.keysToCome().contains(entry.getKey())) {
        continue;
      }
      if (bytes == null) {
        findings.add(FindingCode.KEY_MISSING, name);
      } else if (!Arrays.equals(bytes, line.getBytes(StandardCharsets.UTF_8))) {
        findings.add(FindingCode.KEY_ALTERED, name);
      }
      files.remove(name);
    }
    for (Journal.Pending event : ahead) {
      if (event.entry().kind() == EventKind.KEY_ADDED) {
        removeKeyOf(event, files);
      }
    }
    files.forEach(name -> findings.add(FindingCode.KEY_UNEXPECTED, name));
  }

  private void removeKeyOf(Journal.Pending event, NavigableSet<String> files) {
    try {
      CustodyEvent parsed = CustodyEvent.parse(event.entry(), event.disclosures().byName());
      if (parsed instanceof KeyAdded added) {
        files.remove("keys/" + added.fileName());
      }
    } catch (IllegalArgumentException e) {
      findings.add(FindingCode.JOURNAL_MALFORMED, Journal.FILE, String.valueOf(e.getMessage()));
    }
  }

  private void checkKept(Checkpoint checkpoint, Leaves leaves) {
    Checkpoint kept = trust.kept();
    if (kept == null) {
      return;
    }
    boolean same = kept.origin().equals(checkpoint.origin());
    if (same && kept.size() > checkpoint.size()) {
      findings.add(
          FindingCode.CHECKPOINT_ROLLED_BACK,
          LogChecker.CHECKPOINT,
          "it had " + kept.size() + " events and now has " + checkpoint.size());
    } else if (!same || !leaves.rootOf(kept.size()).equals(kept.root())) {
      findings.add(FindingCode.CHECKPOINT_FORKED, LogChecker.CHECKPOINT, kept.origin());
    }
  }
}
