package org.tamga.record;

import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;

/** Takes derived files away. */
final class DerivedFolder {
  private final Disk disk;
  private final DerivedLayout layout;

  DerivedFolder(Disk disk, DerivedLayout layout) {
    this.disk = disk;
    this.layout = layout;
  }

  /** Deletes every text and annotation file that is not one of these documents'. */
  void deleteAllBut(Set<Digest> documents) throws IOException {
    Set<Path> kept = new HashSet<>();
    for (Digest document : documents) {
      kept.add(layout.text(document));
      kept.add(layout.reading(document));
      kept.add(layout.annotations(document));
    }
    for (Path folder : new Path[] {layout.texts(), layout.annotations()}) {
      for (Path group : disk.list(folder)) {
        clean(group, kept);
      }
    }
  }

  private void clean(Path group, Set<Path> kept) throws IOException {
    boolean changed = false;
    try {
      for (Path file : disk.list(group)) {
        if (!kept.contains(file)) {
          disk.delete(file);
          changed = true;
        }
      }
    } catch (NotDirectoryException stray) {
      // Systems leave files of their own in folders that people look at.
      disk.delete(group);
    }
    if (changed) {
      disk.syncFolder(group);
    }
  }

  /** Deletes the database. */
  void deleteRecord() throws IOException {
    // First the file, so that no leftover journal is ever applied to another database.
    disk.delete(layout.record());
    disk.delete(layout.recordJournal());
  }

  /** Deletes the full-text index and what repeats what, which then are made again. */
  void deleteIndex() throws IOException {
    disk.delete(layout.echoes());
    disk.delete(layout.echoesJournal());
    for (Path file : disk.list(layout.index())) {
      disk.delete(file);
    }
  }
}
