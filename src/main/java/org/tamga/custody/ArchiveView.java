package org.tamga.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.EntryBundle;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.Tile;
import org.tamga.tlog.TileReader;
import org.tamga.vault.Disk;
import org.tamga.vault.FolderVault;
import org.tamga.vault.Vault;

/**
 * An archive for reading: its events in order and the bytes that they brought in.
 *
 * <p>A view is of one moment: events logged later are not seen. It checks what it reads for being
 * well-formed, and leaves the question whether the whole holds to the package {@code verify}.
 */
public final class ArchiveView {
  private final Disk disk;
  private final ArchiveLayout layout;
  private final ArchiveDescription description;
  private final SignedNote note;
  private final Checkpoint checkpoint;

  private ArchiveView(
      Disk disk, ArchiveLayout layout, ArchiveDescription description, SignedNote note) {
    this.disk = disk;
    this.layout = layout;
    this.description = description;
    this.note = note;
    this.checkpoint = Checkpoint.parse(note.text());
  }

  /** Opens an archive, or says in an {@link ArchiveException} why that is not possible. */
  public static ArchiveView open(Disk disk, Path folder) throws IOException {
    ArchiveLayout layout = new ArchiveLayout(folder);
    ArchiveDescription description = describe(disk, layout);
    try {
      SignedNote note =
          SignedNote.parse(disk.readAll(layout.checkpoint(), SignedNote.LARGEST_BYTES));
      return new ArchiveView(disk, layout, description, note);
    } catch (MalformedLogException e) {
      throw damaged(layout.checkpoint(), e);
    } catch (NoSuchFileException e) {
      throw new ArchiveException(
          Reason.DAMAGED,
          "the archive in " + folder + " has no log/checkpoint",
          "if init was interrupted, remove the folder and run init again;"
              + " otherwise restore it from a copy");
    }
  }

  static ArchiveDescription describe(Disk disk, ArchiveLayout layout) throws IOException {
    if (!disk.exists(layout.description())) {
      throw new ArchiveException(
          Reason.NOT_AN_ARCHIVE,
          layout.folder() + " is not an archive: it has no archive.json",
          "make one with: tamga init " + layout.folder());
    }
    ArchiveDescription description;
    try {
      byte[] bytes = disk.readAll(layout.description(), ArchiveDescription.LARGEST_BYTES);
      description = ArchiveDescription.parse(bytes);
    } catch (IllegalArgumentException e) {
      throw new ArchiveException(
          Reason.NOT_AN_ARCHIVE,
          layout.description() + " cannot be understood: " + e.getMessage(),
          "restore archive.json from a copy; tamga verify says what else is damaged");
    }
    if (description.format() > ArchiveDescription.NEWEST_FORMAT) {
      throw new ArchiveException(
          Reason.NOT_AN_ARCHIVE,
          "this archive has format "
              + description.format()
              + "; this program knows up to "
              + ArchiveDescription.NEWEST_FORMAT,
          "use a newer version of Tamga; nothing was changed");
    }
    return description;
  }

  static ArchiveException damaged(Path file, Exception cause) {
    return new ArchiveException(
        Reason.DAMAGED,
        file + " is damaged: " + cause.getMessage(),
        "tamga verify lists all damage; restore the file from a copy of the archive");
  }

  /** Name of the log. */
  public String origin() {
    return description.origin();
  }

  /** The signed state of the log at the moment of this view, with all its signatures. */
  public SignedNote note() {
    return note;
  }

  /** The state of the log at the moment of this view. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** Number of events in the log at the moment of this view. */
  public long size() {
    return checkpoint.size();
  }

  /** The root over all events at the moment of this view, in hex. */
  public String root() {
    return checkpoint.root().toString();
  }

  /** Where things stand. */
  public ArchiveLayout layout() {
    return layout;
  }

  /** The disk that the archive is on. */
  public Disk disk() {
    return disk;
  }

  /** The bytes as received; this vault must not be written through. */
  public Vault vault() {
    return new FolderVault(
        disk,
        layout.vault(),
        () -> {
          throw new IllegalStateException("a view does not write");
        });
  }

  /** The files of the log. */
  public TileReader tiles() {
    return tile -> disk.readAll(layout.tile(tile), ArchiveLayout.LARGEST_FILE_BYTES);
  }

  /** Takes events one by one. */
  @FunctionalInterface
  public interface EventConsumer {
    /** Takes the next event. */
    void accept(LoggedEvent event) throws IOException;
  }

  /** Hands over all events from {@code first} on, in order. */
  public void forEachFrom(long first, EventConsumer consumer) throws IOException {
    long size = checkpoint.size();
    for (long bundle = first / Tile.FULL_WIDTH; bundle * Tile.FULL_WIDTH < size; bundle++) {
      for (LoggedEvent event : bundle(bundle)) {
        if (event.index() >= first) {
          consumer.accept(event);
        }
      }
    }
  }

  /** Hands over all events in order. */
  public void forEach(EventConsumer consumer) throws IOException {
    forEachFrom(0, consumer);
  }

  /** The event at {@code index}. */
  public LoggedEvent event(long index) throws IOException {
    if (index < 0 || index >= checkpoint.size()) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "the log has no event " + index,
          "it has " + checkpoint.size() + " events, counted from 0");
    }
    return bundle(index / Tile.FULL_WIDTH).get((int) (index % Tile.FULL_WIDTH));
  }

  /** What the event at {@code index} says, with the salts that show it to be what was sealed. */
  public Disclosures disclosures(long index) throws IOException {
    Path file = layout.disclosures(index / Tile.FULL_WIDTH);
    try {
      byte[] said = disk.readAll(file, ArchiveLayout.LARGEST_FILE_BYTES);
      String[] lines = new String(said, StandardCharsets.UTF_8).split("\n", -1);
      return Disclosures.parse(lines[(int) (index % Tile.FULL_WIDTH)]);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw damaged(file, e);
    } catch (NoSuchFileException e) {
      throw damaged(file, new IOException("it is missing"));
    }
  }

  private List<LoggedEvent> bundle(long bundle) throws IOException {
    long start = bundle * Tile.FULL_WIDTH;
    int width = (int) Math.min(Tile.FULL_WIDTH, checkpoint.size() - start);
    Path entriesFile = layout.tile(new Tile(Tile.ENTRIES, bundle, width));
    Path disclosuresFile = layout.disclosures(bundle);
    try {
      byte[] bytes = disk.readAll(entriesFile, ArchiveLayout.LARGEST_FILE_BYTES);
      List<byte[]> entries = EntryBundle.parse(bytes, width);
      byte[] said = disk.readAll(disclosuresFile, ArchiveLayout.LARGEST_FILE_BYTES);
      String[] lines = new String(said, StandardCharsets.UTF_8).split("\n", -1);
      LoggedEvent[] events = new LoggedEvent[width];
      for (int i = 0; i < width; i++) {
        Entry entry = Entry.parse(entries.get(i));
        events[i] = event(start + i, entry, Disclosures.parse(lines[i]));
      }
      return List.of(events);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw damaged(disclosuresFile, e);
    } catch (NoSuchFileException e) {
      throw damaged(Path.of(e.getFile()), new IOException("it is missing"));
    }
  }

  private static LoggedEvent event(long index, Entry entry, Disclosures disclosures) {
    return switch (disclosures) {
      case Disclosures.Erased erased ->
          new LoggedEvent(index, entry, Optional.empty(), Optional.empty());
      case Disclosures.Shown shown -> {
        var fields = shown.byName();
        Json signed = fields.remove(EventSignature.FIELD);
        yield new LoggedEvent(
            index,
            entry,
            Optional.of(CustodyEvent.parse(entry, fields)),
            Optional.ofNullable(signed).map(EventSignature::parse));
      }
    };
  }
}
