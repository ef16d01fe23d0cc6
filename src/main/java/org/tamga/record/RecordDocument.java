package org.tamga.record;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Handling;
import org.tamga.text.Metadata;
import org.tamga.vault.Digest;

/**
 * One document as the record has it.
 *
 * @param id digest of the sealed bytes
 * @param bytes how many there are
 * @param acquisitions every time that it came in, in the order of the log; at least one
 * @param mediaType what the bytes are; null until it has been looked at
 * @param notRead why there is no text; null where there is one
 * @param text digest of its readable text; null where there is none
 * @param known title, publisher and so on: what is known from outside first, then what it says
 * @param counts how many annotations of each type
 */
public record RecordDocument(
    Digest id,
    long bytes,
    List<Acquisition> acquisitions,
    @Nullable String mediaType,
    @Nullable String notRead,
    @Nullable Digest text,
    Metadata known,
    SortedMap<String, Integer> counts) {
  public RecordDocument {
    acquisitions = List.copyOf(acquisitions);
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** Its path, relative to the path given when it first came in. */
  public String file() {
    return acquisitions.getFirst().path().display();
  }

  /** When it first came in. */
  public String received() {
    return acquisitions.getFirst().received();
  }

  /** When it was captured, as whoever handed it in said; null where nobody did. */
  public @Nullable String captured() {
    return Acquisition.firstSaid(acquisitions, "captured");
  }

  /** Whether any of its acquisitions is withheld now; in doubt it is not to be shown. */
  public boolean withheld() {
    return acquisitions.stream().anyMatch(Acquisition::withheld);
  }

  /** The strictest of what those who handed it in wished. */
  public Handling handling() {
    Handling strictest = Handling.OPEN;
    for (Acquisition acquisition : acquisitions) {
      strictest = strictest.strictest(acquisition.handling());
    }
    return strictest;
  }

  /** The document as a record line has it. */
  public DocumentLine line() {
    return new DocumentLine(
        id.toString(),
        file(),
        mediaType == null ? "application/octet-stream" : mediaType,
        bytes,
        known,
        captured(),
        received(),
        null,
        text == null ? null : text.toString(),
        notRead,
        withheld(),
        acquisitions.stream().map(DocumentLine.AcquisitionLine::of).toList());
  }
}
