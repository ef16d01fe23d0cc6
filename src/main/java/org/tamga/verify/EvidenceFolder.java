package org.tamga.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tamga.vault.Disk;
import org.tamga.vault.FolderVault;

/**
 * The files of an archive as they lie on the disk, by their names relative to it.
 *
 * <p>Reads only, never follows a link, and turns whatever the system refuses into findings.
 */
final class EvidenceFolder {
  /** Longest line of disclosures read, in bytes; an event says a thousandth of this. */
  private static final int LONGEST_LINE_BYTES = 1 << 24;

  private static final String INCOMING = "vault/" + FolderVault.INCOMING + "/";

  private final Path root;
  private final Findings findings;

  EvidenceFolder(Path root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  Path path(String name) {
    return root.resolve(name);
  }

  /** Whether there is a plain file of this name. */
  boolean holds(String name) {
    return Files.isRegularFile(path(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** The names of all evidence in an area, such as {@code log}, sorted. */
  NavigableSet<String> files(String area) {
    NavigableSet<String> names = new TreeSet<>();
    forEach(area, names::add);
    return names;
  }

  /** Hands over the names of all files, whatever they are called, in no order. */
  void forEachFile(Consumer<String> consumer) {
    forEachFile("", consumer);
  }

  private void forEachFile(String folder, Consumer<String> consumer) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path(folder))) {
      for (Path child : children) {
        String name = (folder.isEmpty() ? "" : folder + "/") + child.getFileName();
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          forEachFile(name, consumer);
        } else if (holds(name)) {
          consumer.accept(name);
        } else {
          findings.add(FindingCode.FILE_UNEXPECTED, name);
        }
      }
    } catch (DirectoryIteratorException | IOException e) {
      findings.add(FindingCode.FILE_UNREADABLE, folder, e.toString());
    }
  }

  /** Hands over the names of all evidence in an area or of one file, in no order. */
  void forEach(String name, Consumer<String> consumer) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        forEachIn(name, consumer);
      } else if (!attributes.isRegularFile()) {
        findings.add(FindingCode.FILE_UNEXPECTED, name);
      } else if (name.endsWith(Disk.NEW) || name.startsWith(INCOMING)) {
        findings.add(FindingCode.LEFTOVER, name);
      } else {
        consumer.accept(name);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // What ought to be there is missed by those who ask for it.
    } catch (IOException e) {
      findings.add(FindingCode.FILE_UNREADABLE, name, e.toString());
    }
  }

  private void forEachIn(String folder, Consumer<String> consumer) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path(folder))) {
      for (Path child : children) {
        forEach(folder + "/" + child.getFileName(), consumer);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /**
   * The bytes of a small file; null where there is none.
   *
   * @param mostBytes of a larger file one byte more than this is given, so that nobody takes its
   *     beginning for the whole
   */
  byte @Nullable [] read(String name, int mostBytes) {
    if (!holds(name)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(path(name))) {
      return in.readNBytes(mostBytes + 1);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      findings.add(FindingCode.FILE_UNREADABLE, name, e.toString());
      return new byte[0];
    }
  }

  /** Takes the lines of a file one by one, without their line breaks. */
  interface LineConsumer {
    void accept(byte[] line);
  }

  /** Hands over the lines of a file; false where something stands behind the last line break. */
  boolean forEachLine(String name, LineConsumer consumer) {
    if (!holds(name)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(path(name))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      byte[] block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        int start = 0;
        for (int i = 0; i < n; i++) {
          if (block[i] == '\n') {
            append(line, block, start, i);
            consumer.accept(line.toByteArray());
            line.reset();
            start = i + 1;
          }
        }
        append(line, block, start, n);
      }
      return line.size() == 0;
    } catch (IOException e) {
      findings.add(FindingCode.FILE_UNREADABLE, name, e.toString());
      return true;
    }
  }

  /** Of a line that is longer than any may be, the rest is passed over. */
  private static void append(ByteArrayOutputStream line, byte[] block, int start, int end) {
    line.write(block, start, Math.min(end - start, LONGEST_LINE_BYTES - line.size()));
  }
}
