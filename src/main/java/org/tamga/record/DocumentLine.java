package org.tamga.record;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Handling;
import org.tamga.text.Metadata;

/**
 * What the record says of one document.
 *
 * @param id {@code sha256:} and the digest of the sealed bytes
 * @param file its path, relative to the path given at intake
 * @param mediaType what the bytes are
 * @param bytes how many there are
 * @param known title, author, publisher and so on, as far as known
 * @param captured when it was captured, ISO 8601
 * @param received when it was received, ISO 8601
 * @param genre what kind of text it is, if known
 * @param text {@code sha256:} and the digest of its readable text, if it has one
 * @param notRead why it has no readable text
 * @param withheld whether it is withheld from others
 * @param acquisitions every time that it came in; empty where there is no archive
 */
public record DocumentLine(
    String id,
    String file,
    String mediaType,
    long bytes,
    Metadata known,
    @Nullable String captured,
    @Nullable String received,
    @Nullable String genre,
    @Nullable String text,
    @Nullable String notRead,
    boolean withheld,
    List<AcquisitionLine> acquisitions) {
  public DocumentLine {
    Objects.requireNonNull(id);
    Objects.requireNonNull(file);
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(known);
    acquisitions = List.copyOf(acquisitions);
  }

  /** A document outside any archive. */
  public DocumentLine(
      String id,
      String file,
      String mediaType,
      long bytes,
      Metadata known,
      @Nullable String captured,
      @Nullable String received,
      @Nullable String genre,
      String text) {
    this(
        id, file, mediaType, bytes, known, captured, received, genre, text, null, false, List.of());
  }

  /**
   * One time that a document came in.
   *
   * @param name what the file was called; null where that would give the source away
   * @param source from whom; null where unknown or protected
   * @param received when
   * @param handling how it may be used
   */
  public record AcquisitionLine(
      @Nullable String name, @Nullable String source, String received, Handling handling) {
    /** All that is known of an acquisition. */
    static AcquisitionLine of(Acquisition acquisition) {
      return new AcquisitionLine(
          acquisition.name().display(),
          acquisition.particulars().get("source"),
          acquisition.received(),
          acquisition.handling());
    }
  }
}
