package org.tamga.verify;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.SignedNote;

/**
 * Two folders of one archive held against each other: on which side is what damaged, and do they
 * tell one history.
 *
 * <p>docs/spec/copies.md, "verify --against".
 *
 * @param relation how their histories stand to each other
 * @param archive what the check of the first found
 * @param other what the check of the second found
 * @param archiveEvents how many events the first states; 0 where that cannot be read
 * @param otherEvents how many events the second states
 * @param archiveFolder the first
 * @param otherFolder the second
 */
public record Comparison(
    Relation relation,
    Report archive,
    Report other,
    long archiveEvents,
    long otherEvents,
    Path archiveFolder,
    Path otherFolder) {

  /** How the first history stands to the second. */
  public enum Relation {
    /** They are the same. */
    SAME,
    /** The second continues the first. */
    BEHIND,
    /** The first continues the second. */
    AHEAD,
    /** They have one name, and neither continues the other. */
    FORKED,
    /** They are of two archives. */
    STRANGER,
    /** The damage is such that it cannot be told. */
    UNKNOWN;

    /** How it is written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isGood() {
      return this == SAME || this == BEHIND || this == AHEAD;
    }
  }

  /**
   * Checks both folders and compares them.
   *
   * @throws NotAnArchiveException where one of them is none
   */
  public static Comparison compare(Path archive, Path other, Trust trust)
      throws NotAnArchiveException {
    Report one = check(archive, trust);
    Report two = check(other, trust);
    Log mine = Log.read(archive);
    Log theirs = Log.read(other);
    return new Comparison(
        relation(mine, theirs),
        one,
        two,
        mine == null ? 0 : mine.checkpoint().size(),
        theirs == null ? 0 : theirs.checkpoint().size(),
        archive,
        other);
  }

  private static Report check(Path folder, Trust trust) throws NotAnArchiveException {
    try {
      return Verifier.verify(folder, trust);
    } catch (NotAnArchiveException e) {
      throw new NotAnArchiveException(folder + ": " + e.getMessage());
    }
  }

  /** A log as far as it can be read: whole if its entries or tiles give its root. */
  private record Log(Checkpoint checkpoint, Leaves leaves, boolean whole) {
    static @Nullable Log read(Path root) {
      Findings unheard = new Findings();
      EvidenceFolder folder = new EvidenceFolder(root, unheard);
      byte[] bytes = folder.read(LogChecker.CHECKPOINT, SignedNote.LARGEST_BYTES);
      if (bytes == null) {
        return null;
      }
      try {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(bytes).text());
        LogChecker log = new LogChecker(folder, unheard, checkpoint.size());
        if (!log.isPlausible()) {
          return new Log(checkpoint, new Leaves(), false);
        }
        Leaves leaves = log.leaves(checkpoint.root());
        boolean whole = leaves.rootOf(checkpoint.size()).equals(checkpoint.root());
        return new Log(checkpoint, leaves, whole);
      } catch (MalformedLogException e) {
        return null;
      }
    }
  }

  private static Relation relation(@Nullable Log mine, @Nullable Log theirs) {
    if (mine == null || theirs == null) {
      return Relation.UNKNOWN;
    }
    if (!mine.checkpoint().origin().equals(theirs.checkpoint().origin())) {
      return Relation.STRANGER;
    }
    long difference = mine.checkpoint().size() - theirs.checkpoint().size();
    if (difference == 0 && mine.checkpoint().root().equals(theirs.checkpoint().root())) {
      return Relation.SAME;
    }
    Log longer = difference > 0 ? mine : theirs;
    Log shorter = difference > 0 ? theirs : mine;
    if (!longer.whole()) {
      return Relation.UNKNOWN;
    }
    Checkpoint state = shorter.checkpoint();
    if (difference != 0 && longer.leaves().rootOf(state.size()).equals(state.root())) {
      return difference > 0 ? Relation.AHEAD : Relation.BEHIND;
    }
    // A root that its own entries do not give may have been made by damage.
    return shorter.whole() ? Relation.FORKED : Relation.UNKNOWN;
  }

  /** Whether both sides hold and tell one history, though one may be longer. */
  public boolean isGood() {
    return archive.isGood() && other.isGood() && relation.isGood();
  }

  /** What one side has in place of what is damaged on the other. */
  private enum Elsewhere {
    WHOLE("; the other has it whole"),
    DAMAGED("; the other's is damaged too"),
    ABSENT("; the other has not got it either");

    private final String words;

    Elsewhere(String words) {
      this.words = words;
    }
  }

  /** Answers what a side has in place of what is damaged on the other. */
  private static final class Elsewheres {
    private final Map<String, List<Finding>> found = new HashMap<>();
    private final Path folder;

    Elsewheres(Report report, Path folder) {
      this.folder = folder;
      report
          .findings()
          .forEach(f -> found.computeIfAbsent(f.file(), none -> new ArrayList<>()).add(f));
    }

    Elsewhere of(Finding finding) {
      for (Finding theirs : found.getOrDefault(finding.file(), List.of())) {
        if (theirs.index() == finding.index()
            || theirs.index() == Finding.NO_INDEX
            || finding.index() == Finding.NO_INDEX) {
          boolean missing = theirs.code().name().endsWith("_MISSING");
          return missing ? Elsewhere.ABSENT : Elsewhere.DAMAGED;
        }
      }
      boolean there =
          Files.isRegularFile(folder.resolve(finding.file()), LinkOption.NOFOLLOW_LINKS);
      return there ? Elsewhere.WHOLE : Elsewhere.ABSENT;
    }
  }

  /** The comparison for a person, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Elsewheres inOther = new Elsewheres(other, otherFolder);
    Elsewheres inArchive = new Elsewheres(archive, archiveFolder);
    archive
        .findings()
        .forEach(f -> lines.add("archive: finding: " + Report.line(f) + inOther.of(f).words));
    other
        .findings()
        .forEach(f -> lines.add("other: finding: " + Report.line(f) + inArchive.of(f).words));
    lines.add(sentence());
    return lines;
  }

  /** The comparison for a program, one JSON object a line. */
  public List<String> jsonLines() {
    List<String> lines = new ArrayList<>();
    Elsewheres inOther = new Elsewheres(other, otherFolder);
    Elsewheres inArchive = new Elsewheres(archive, archiveFolder);
    for (Finding finding : archive.findings()) {
      lines.add(json("archive", lines.size() + 1, finding, inOther.of(finding)));
    }
    for (Finding finding : other.findings()) {
      lines.add(json("other", lines.size() + 1, finding, inArchive.of(finding)));
    }
    lines.add(
        ("{\"relation\":\"%s\",\"archive\":\"%s\",\"other\":\"%s\",\"archiveEvents\":%s,"
                + "\"otherEvents\":%s,\"findings\":%s,\"words\":%s}")
            .formatted(
                relation.word(),
                archive.result().word(),
                other.result().word(),
                archiveEvents,
                otherEvents,
                archive.findingCount() + other.findingCount(),
                Report.quoted(sentence())));
    return lines;
  }

  private static String json(String side, int number, Finding finding, Elsewhere elsewhere) {
    String line = Report.json("finding", number, finding);
    return line.substring(0, line.length() - 1)
        + ",\"side\":\"%s\",\"elsewhere\":\"%s\"}"
            .formatted(side, elsewhere.name().toLowerCase(Locale.ROOT));
  }

  /** The result in words. */
  public String sentence() {
    String history =
        switch (relation) {
          case SAME -> "same history, " + archiveEvents + " events";
          case BEHIND ->
              "the archive is behind: it has %s events, the other %s"
                  .formatted(archiveEvents, otherEvents);
          case AHEAD ->
              "the other is behind: it has %s events, the archive %s"
                  .formatted(otherEvents, archiveEvents);
          case FORKED ->
              "FORKED: one name and two histories, which part before event "
                  + Math.min(archiveEvents, otherEvents);
          case STRANGER -> "two different archives";
          case UNKNOWN -> "the damage hides whether they tell one history";
        };
    String damage;
    if (archive.isGood()) {
      damage =
          other.isGood()
              ? "nothing found on either side"
              : "the other is damaged, the archive is not";
    } else {
      damage = other.isGood() ? "the archive is damaged, the other is not" : "both are damaged";
    }
    return history + "; " + damage;
  }
}
