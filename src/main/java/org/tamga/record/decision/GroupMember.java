package org.tamga.record.decision;

import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Target;

/**
 * Something that can be one with others: a report of an event, a figure, a document.
 *
 * @param id by which people name it; of an annotation its own
 * @param document {@code sha256:} and the digest of its document's sealed bytes
 * @param of what it is: {@code event}, {@code figure} or {@code document}
 * @param target its words; null for a document
 */
public record GroupMember(String id, String document, String of, @Nullable Target target) {
  /** What a document is. */
  public static final String DOCUMENT = "document";

  /** A document as a member of a group. */
  public static GroupMember document(String id) {
    return new GroupMember(id, id, DOCUMENT, null);
  }
}
