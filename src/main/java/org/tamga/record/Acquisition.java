package org.tamga.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.FileName;
import org.tamga.custody.Handling;
import org.tamga.custody.Particulars;
import org.tamga.vault.Digest;

/**
 * One time that a document came in; the same bytes may come in several times, from several people.
 *
 * @param index place of the event in the log
 * @param name what the file was called
 * @param path where it stood below the folder that was given
 * @param received when, by the clock of the machine that took it in
 * @param program which program took it in
 * @param run which run of it
 * @param particulars what people said of it
 * @param handling how it may be used, {@link Handling#OPEN} where nobody said
 * @param withheld whether it is withheld now
 */
public record Acquisition(
    long index,
    FileName name,
    FileName path,
    String received,
    String program,
    String run,
    Particulars particulars,
    Handling handling,
    boolean withheld) {
  /**
   * Tells the source of a document with these acquisitions apart from others: what is said of it,
   * else the run in which somebody handed it in; a protected source that nobody names stands for
   * this document alone. docs/spec/wall.md.
   */
  public static String sourceOf(List<Acquisition> acquisitions, Digest document) {
    return sourceOf(
        firstSaid(acquisitions, "source"),
        acquisitions.stream().anyMatch(one -> one.handling().sourceProtected()),
        acquisitions.getFirst().run(),
        document);
  }

  /** The same of one that is just coming in. */
  public static String sourceOf(
      @Nullable String said, boolean isProtected, String run, Digest document) {
    if (said != null) {
      return "source " + said;
    }
    return isProtected ? "document " + document : "run " + run;
  }

  /** What the first of several acquisitions that says anything says under this name. */
  static @Nullable String firstSaid(List<Acquisition> acquisitions, String name) {
    for (Acquisition acquisition : acquisitions) {
      String said = acquisition.particulars().get(name);
      if (said != null) {
        return said;
      }
    }
    return null;
  }
}
