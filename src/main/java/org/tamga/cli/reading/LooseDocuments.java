package org.tamga.cli.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.tamga.text.Metadata;
import org.tamga.text.Reading;
import org.tamga.text.Reading.NotRead;
import org.tamga.text.TextReader.Mapping;
import org.tamga.text.wall.Limits;
import org.tamga.text.wall.Source;
import org.tamga.text.wall.Wall;
import org.tamga.text.wall.WalledReader;
import org.tamga.vault.Digest;

/**
 * Reads documents outside any archive, and the documents within them, for the commands that keep
 * nothing. All that one command is given counts as one source.
 */
public final class LooseDocuments implements AutoCloseable {
  /** Members wait in memory, there being no vault; more than this in one file are left there. */
  private static final int MOST_WAITING_BYTES = 192 << 20;

  private static final Source SOURCE = new Source("command");

  private final Wall wall;
  private final WalledReader reader;

  /** Reads behind a wall, or without one where somebody asked for that. */
  public LooseDocuments(boolean walled) throws IOException {
    this.wall = walled ? Wall.standard() : Wall.unwalled();
    this.reader = new WalledReader(wall, Mapping.NONE);
  }

  /**
   * A document that was looked at.
   *
   * @param name its file's name, and the path within the file for a member
   * @param document digest of its bytes
   * @param size how many bytes there are
   */
  public record Loose(String name, Digest document, long size, Reading reading) {}

  /** Takes each document as it is read. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes one document. */
    void read(Loose document) throws IOException;
  }

  /** A member that waits for its turn. */
  private record Waiting(String path, ByteArrayInputStream bytes) {}

  /**
   * Reads one document and all that it contains.
   *
   * @param known what is known of the file from outside; nothing of it is said of its members
   */
  public void read(InputStream bytes, String name, Metadata known, Visitor visitor)
      throws IOException {
    read(bytes, name, known, visitor, 0);
  }

  private void read(InputStream bytes, String name, Metadata known, Visitor visitor, int depth)
      throws IOException {
    MessageDigest computation = Digest.sha256();
    Counted counted = new Counted(new DigestInputStream(bytes, computation));
    List<Waiting> members = new ArrayList<>();
    int[] room = {MOST_WAITING_BYTES};
    List<String> left = new ArrayList<>();
    Reading reading =
        reader
            .find(
                counted,
                lastPart(name),
                SOURCE,
                (path, content) -> {
                  byte[] member = content.readNBytes(room[0] + 1);
                  if (member.length > room[0] || depth >= Limits.DEEPEST) {
                    left.add(path);
                  } else {
                    room[0] -= member.length;
                    members.add(new Waiting(path, new ByteArrayInputStream(member)));
                  }
                })
            .reading(known);
    counted.transferTo(OutputStream.nullOutputStream());
    visitor.read(new Loose(name, Digest.of(computation), counted.count, reading));
    for (Waiting member : members) {
      String path = name + "/" + member.path();
      read(member.bytes(), path, Metadata.NONE, visitor, depth + 1);
    }
    for (String path : left) {
      NotRead why =
          new NotRead(
              "application/octet-stream",
              depth >= Limits.DEEPEST
                  ? "stopped by the limit DEPTH: more than " + Limits.DEEPEST + " containers deep"
                  : "it was left in its container for want of room; add takes it out");
      Digest unknown = Digest.of(new byte[0]);
      visitor.read(new Loose(name + "/" + path, unknown, 0, why));
    }
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public void close() {
    wall.close();
  }

  /** Counts what is read. */
  private static final class Counted extends InputStream {
    private final InputStream bytes;
    private long count;

    Counted(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      int one = bytes.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = bytes.read(to, offset, length);
      count += Math.max(0, n);
      return n;
    }
  }
}
