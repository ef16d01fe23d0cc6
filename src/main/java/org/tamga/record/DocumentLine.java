package org.tamga.record;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
 * @param text {@code sha256:} and the digest of its readable text
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
    String text) {
  public DocumentLine {
    Objects.requireNonNull(id);
    Objects.requireNonNull(file);
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(known);
    Objects.requireNonNull(text);
  }
}
