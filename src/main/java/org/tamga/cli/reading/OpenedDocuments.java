package org.tamga.cli.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.tamga.record.DocumentReader;
import org.tamga.text.Reading;
import org.tamga.text.ocr.ScanReader;
import org.tamga.text.wall.MemberSink;
import org.tamga.text.wall.Source;
import org.tamga.text.wall.Wall;
import org.tamga.text.wall.WalledReader;
import org.tamga.text.wall.WalledReader.Found;
import org.tamga.text.warning.FileWarnings;
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
  private final ScanReader scans;
  private final WalledReader reader;
  private final Map<Digest, Found> found = new HashMap<>();
  private long characters;

  /** Reads with this wall, and what is in pictures with {@code scans}; closes both in the end. */
  public OpenedDocuments(Wall wall, ScanReader scans) {
    this.wall = wall;
    this.scans = scans;
    this.reader = new WalledReader(wall);
  }

  @Override
  public Reading read(Digest document, InputStream bytes, Told told) throws IOException {
    String name = told.name().display();
    Source source = new Source(told.source());
    Found known = found.remove(document);
    if (known != null) {
      characters -= known.characters();
    } else {
      known = reader.find(bytes, name, source, MemberSink.NONE);
    }
    if (known instanceof Found.Apart apart) {
      known = new Found.Apart(scans.complete(apart.parsed(), told.again()::open, name, source));
    }
    return FileWarnings.added(known.reading(told.metadata()), name);
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
    scans.close();
  }
}
