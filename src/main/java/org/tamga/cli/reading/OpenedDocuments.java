package org.tamga.cli.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.tamga.record.DocumentReader;
import org.tamga.text.Reading;
import org.tamga.text.wall.MemberSink;
import org.tamga.text.wall.Source;
import org.tamga.text.wall.Wall;
import org.tamga.text.wall.WalledReader;
import org.tamga.text.wall.WalledReader.Found;
import org.tamga.vault.Digest;

/**
 * Reads documents, and remembers what it found in those that were opened for their members: so each
 * is taken apart once.
 */
public final class OpenedDocuments implements DocumentReader, AutoCloseable {
  /** More characters than these are not worth their memory; the document is taken apart again. */
  private static final long MOST_CHARACTERS = 32L << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Wall wall;
  private final WalledReader reader;
  private final Map<Digest, Found> found = new HashMap<>();
  private long characters;

  /** Reads with this wall and closes it in the end. */
  public OpenedDocuments(Wall wall) {
    this.wall = wall;
    this.reader = new WalledReader(wall);
  }

  @Override
  public Reading read(Digest document, InputStream bytes, Told told) throws IOException {
    Found known = found.remove(document);
    if (known != null) {
      characters -= known.characters();
      return known.reading(told.metadata());
    }
    return reader.read(bytes, told.name().display(), told.metadata(), new Source(told.source()));
  }

  /** Opens a document for its members and remembers what it says until it is read. */
  public void open(Digest document, InputStream bytes, String name, Source source, MemberSink sink)
      throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(bytes, BUFFER_BYTES);
    if (!WalledReader.mayHoldMembers(buffered, name)) {
      return;
    }
    Found now = reader.find(buffered, name, source, sink);
    if (now.isWalled()
        && characters + now.characters() <= MOST_CHARACTERS
        && found.putIfAbsent(document, now) == null) {
      characters += now.characters();
    }
  }

  @Override
  public void close() {
    found.clear();
    wall.close();
  }
}
