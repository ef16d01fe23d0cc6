package org.tamga.export;

import java.time.LocalDate;
import java.util.Optional;
import org.tamga.custody.Handling;
import org.tamga.record.Acquisition;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.RecordDocument;
import org.tamga.vault.Digest;

/**
 * Decides which documents may leave the archive, and whether their source may be told.
 *
 * @param today the day on which it is asked; embargoes end on their own
 * @param restrictedToo whether documents for those who work with the archive may leave too
 */
public record Sharing(LocalDate today, boolean restrictedToo) {
  /** Containers within containers beyond this are not followed; what is in them stays. */
  private static final int DEEPEST = 32;

  /** Why a document stays. */
  public enum Obstacle {
    /** It is withheld. */
    WITHHELD,
    /** Only the archive's keeper may see it. */
    PROTECTED,
    /** Its embargo has not ended. */
    EMBARGOED,
    /** Only those who work with the archive may see it, and nobody asked for such documents. */
    RESTRICTED,
    /** It came in a container that stays, or that is not there to be asked. */
    CONTAINER;

    /** In words for a person. */
    public String words() {
      return switch (this) {
        case WITHHELD -> "withheld";
        case PROTECTED -> "protected";
        case EMBARGOED -> "under embargo";
        case RESTRICTED -> "restricted";
        case CONTAINER -> "in a container that stays";
      };
    }
  }

  /** Why a document stays; empty where it may leave. */
  public Optional<Obstacle> obstacle(ArchiveRecord record, RecordDocument document) {
    return obstacle(record, document, 0);
  }

  private Optional<Obstacle> obstacle(ArchiveRecord record, RecordDocument document, int depth) {
    Handling handling = document.handling();
    if (document.withheld()) {
      return Optional.of(Obstacle.WITHHELD);
    }
    if (handling.access() == Handling.Access.PROTECTED) {
      return Optional.of(Obstacle.PROTECTED);
    }
    if (handling.embargoUntil() != null && today.isBefore(handling.embargoUntil())) {
      return Optional.of(Obstacle.EMBARGOED);
    }
    if (handling.access() == Handling.Access.RESTRICTED) {
      return restrictedToo
          ? inContainer(record, document, depth)
          : Optional.of(Obstacle.RESTRICTED);
    }
    // Asked last and in other words than above, so that a new kind of restriction keeps it in.
    return handling.allowsSharing(today)
        ? inContainer(record, document, depth)
        : Optional.of(Obstacle.PROTECTED);
  }

  private Optional<Obstacle> inContainer(ArchiveRecord record, RecordDocument document, int depth) {
    for (Acquisition acquisition : document.acquisitions()) {
      String container = acquisition.particulars().get("container");
      if (container != null) {
        Optional<RecordDocument> outer = container(record, container);
        if (depth == DEEPEST
            || outer.isEmpty()
            || obstacle(record, outer.get(), depth + 1).isPresent()) {
          return Optional.of(Obstacle.CONTAINER);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether nothing may be told that leads to whoever handed the document in. */
  public boolean protectsSource(ArchiveRecord record, RecordDocument document) {
    return protectsSource(record, document, 0);
  }

  private boolean protectsSource(ArchiveRecord record, RecordDocument document, int depth) {
    if (document.handling().sourceProtected() || depth == DEEPEST) {
      return true;
    }
    for (Acquisition acquisition : document.acquisitions()) {
      String container = acquisition.particulars().get("container");
      if (container != null) {
        Optional<RecordDocument> outer = container(record, container);
        if (outer.isEmpty() || protectsSource(record, outer.get(), depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<RecordDocument> container(ArchiveRecord record, String digest) {
    try {
      return record.document(Digest.parse(digest));
    } catch (IllegalArgumentException notADigest) {
      return Optional.empty();
    }
  }
}
