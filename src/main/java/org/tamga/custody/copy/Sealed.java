package org.tamga.custody.copy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tamga.custody.ArchiveDescription;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.tlog.MalformedLogException;

/**
 * An archive that something is taken from: its checkpoint, and the whole log that gives its root.
 *
 * @param side its files
 * @param origin the name of its log
 * @param state its checkpoint
 * @param history its log
 */
record Sealed(Side side, String origin, Side.State state, History history) {
  /** Reads an archive's log as a whole, or says in an {@link ArchiveException} what is wrong. */
  static Sealed read(Side side) throws IOException {
    Path folder = side.layout().folder();
    ArchiveDescription about =
        side.description()
            .orElseThrow(
                () ->
                    new ArchiveException(
                        Reason.NOT_AN_ARCHIVE,
                        folder + " is not an archive: it has no archive.json that can be read",
                        "name the folder of an archive; nothing was changed"));
    if (about.format() > ArchiveDescription.NEWEST_FORMAT) {
      throw new ArchiveException(
          Reason.NOT_AN_ARCHIVE,
          folder + " has format " + about.format() + ", newer than this program",
          "use a newer version of Tamga; nothing was changed");
    }
    Side.State state =
        side.checkpoint().orElseThrow(() -> damaged(folder, "its checkpoint cannot be read"));
    if (!state.checkpoint().origin().equals(about.origin())) {
      throw damaged(folder, "its checkpoint is of another log than archive.json names");
    }
    try {
      History history = History.read(side::entries, state.size());
      if (!history.rootAt(state.size()).equals(state.checkpoint().root())) {
        throw damaged(folder, "its entries do not give the root that was signed");
      }
      return new Sealed(side, about.origin(), state, history);
    } catch (MalformedLogException | NoSuchFileException e) {
      throw damaged(folder, String.valueOf(e.getMessage()));
    }
  }

  static ArchiveException damaged(Path folder, String what) {
    return new ArchiveException(
        Reason.DAMAGED,
        folder + " is damaged: " + what,
        "tamga verify --archive " + folder + " lists all damage; nothing was changed");
  }

  static ArchiveException forked(Path one, Path other, long size) {
    return new ArchiveException(
        Reason.FORKED,
        "FORKED: "
            + one
            + " and "
            + other
            + " have one name and two histories; they part before"
            + " event "
            + size,
        "two histories are never merged. Keep both as they are: they show that somebody wrote to"
            + " a copy, or rewrote the archive. Nothing was changed");
  }
}
