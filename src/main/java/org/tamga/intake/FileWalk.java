package org.tamga.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.tamga.custody.FileName;

/**
 * Finds every file under the paths that a person gave, in the order of their names.
 *
 * <p>Folders of any depth are walked; links within them are not followed, so that a folder that
 * contains itself ends. What is no ordinary file is reported as excluded, and what cannot be looked
 * at as failed: nothing is passed over in silence.
 */
public final class FileWalk {
  private final Path archive;
  private final Visitor visitor;

  /** Takes what is found. */
  public interface Visitor {
    /** A file to take in. */
    void file(FoundFile file) throws IOException;

    /** Something that is not taken in, by rule. */
    void excluded(FoundFile file, String reason);

    /** Something that could not be taken in. */
    void failed(FoundFile file, String reason);

    /** Whether the walk should end now. */
    boolean isStopped();
  }

  /**
   * A walk.
   *
   * @param archive folder of the archive, which is never taken into itself
   */
  public FileWalk(Path archive, Visitor visitor) {
    this.archive = archive;
    this.visitor = visitor;
  }

  /** Walks the paths given, one after another. */
  public void walk(List<Path> paths) throws IOException {
    for (Path given : paths) {
      if (visitor.isStopped()) {
        return;
      }
      start(given);
    }
  }

  private void start(Path given) throws IOException {
    FileName name = RawNames.nameOf(given);
    FoundFile self = new FoundFile(given, name, name);
    BasicFileAttributes attributes;
    try {
      // A path that a person names is followed even where it is a link: that was the wish.
      attributes = Files.readAttributes(given, BasicFileAttributes.class);
    } catch (IOException e) {
      visitor.failed(self, reason(e));
      return;
    }
    if (attributes.isDirectory()) {
      walkFolder(given);
    } else {
      take(self, attributes);
    }
  }

  private void walkFolder(Path root) throws IOException {
    Deque<Path> waiting = new ArrayDeque<>();
    waiting.push(root);
    while (!waiting.isEmpty() && !visitor.isStopped()) {
      Path path = waiting.pop();
      FoundFile found = new FoundFile(path, RawNames.nameOf(path), RawNames.placeOf(root, path));
      try {
        BasicFileAttributes attributes = attributes(root, path);
        if (!attributes.isDirectory()) {
          take(found, attributes);
        } else if (isArchive(path)) {
          visitor.excluded(found, "it is the archive itself");
        } else {
          List<Path> names = list(path);
          Collections.reverse(names);
          names.forEach(waiting::push);
        }
      } catch (NoSuchFileException e) {
        visitor.failed(found, "it vanished while the folder was being read");
      }
    }
  }

  private BasicFileAttributes attributes(Path root, Path path) throws IOException {
    return path.equals(root)
        ? Files.readAttributes(path, BasicFileAttributes.class)
        : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private boolean isArchive(Path folder) throws IOException {
    return Files.exists(archive) && Files.isSameFile(folder, archive);
  }

  private List<Path> list(Path folder) {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(names::add);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      FoundFile found = new FoundFile(folder, RawNames.nameOf(folder), RawNames.nameOf(folder));
      visitor.failed(found, "the folder cannot be read: " + reason(e));
    }
    Collections.sort(names);
    return names;
  }

  private void take(FoundFile found, BasicFileAttributes attributes) throws IOException {
    if (attributes.isSymbolicLink()) {
      visitor.excluded(found, "it is a link; links within folders are not followed");
    } else if (!attributes.isRegularFile()) {
      visitor.excluded(found, "it is a device, pipe or socket, not a file");
    } else {
      visitor.file(found);
    }
  }

  /** Why something failed, in words for a person. */
  static String reason(Exception cause) {
    return switch (cause) {
      case NoSuchFileException missing -> "there is no such file or folder";
      case AccessDeniedException denied -> "this user may not read it";
      case java.nio.file.FileSystemException system when system.getReason() != null ->
          Objects.requireNonNull(system.getReason());
      default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
    };
  }
}
