package org.tamga.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.EventKind;
import org.tamga.custody.Json;
import org.tamga.custody.LoggedEvent;
import org.tamga.record.HistoryEvent;
import org.tamga.record.RecordDocument;
import org.tamga.tlog.Tile;
import org.tamga.vault.Digest;

/** Puts the history of a document into words. */
final class CustodyWriter {
  /** More events than this of one document would make a page that nobody reads. */
  static final int MOST_EVENTS = 500;

  private static final int LONGEST_CHECKPOINT_BYTES = 1 << 20;

  /** What tells nobody who handed a document in, or how. */
  private static final Set<String> SHARED_FIELDS =
      Set.of("digest", "size", "received", "published", "captured", "time");

  private final Shelf shelf;

  CustodyWriter(Shelf shelf) {
    this.shelf = shelf;
  }

  CustodyPage write(RecordDocument document) throws IOException {
    DocumentHead head = DocumentHead.of(document, shelf.audience());
    List<CustodyPage.Line> lines = new ArrayList<>();
    for (HistoryEvent past :
        shelf.record().history(document.id()).stream().limit(MOST_EVENTS).toList()) {
      lines.add(line(shelf.view().event(past.index())));
    }
    String hex = document.id().hex();
    byte[] checkpoint =
        shelf.view().disk().readAll(shelf.view().layout().checkpoint(), LONGEST_CHECKPOINT_BYTES);
    return new CustodyPage(
        Frame.of("Custody of " + head.title(), shelf),
        head,
        lines,
        "vault/" + hex.substring(0, 2) + "/" + hex.substring(2),
        document.bytes(),
        shelf.view().size(),
        shelf.view().root(),
        new String(checkpoint, StandardCharsets.UTF_8));
  }

  private CustodyPage.Line line(LoggedEvent event) {
    long bundle = event.index() / Tile.FULL_WIDTH;
    long left = shelf.view().size() - bundle * Tile.FULL_WIDTH;
    Tile tile = new Tile(Tile.ENTRIES, bundle, (int) Math.min(Tile.FULL_WIDTH, left));
    return new CustodyPage.Line(
        event.index(),
        event.entry().kind().word(),
        happened(event),
        event.event().map(CustodyWriter::time).orElse(""),
        said(event),
        event.entry().kind().isSigned(),
        event.entry().text(),
        leaf(event.entry().bytes()),
        "log/" + tile.path());
  }

  private static String time(CustodyEvent event) {
    Map<String, Json> fields = event.fields();
    Json time = fields.getOrDefault("time", fields.get("received"));
    return time instanceof Json.Text text ? text.value() : "";
  }

  private static String happened(LoggedEvent event) {
    String about = event.entry().index().isPresent() ? " " + event.entry().index().getAsLong() : "";
    EventKind kind = event.entry().kind();
    return switch (kind) {
      case CREATED -> "The archive was made.";
      case KEY_ADDED -> "A public key came into use.";
      case ACQUIRED -> "The document came in and was sealed.";
      case LINKED -> "Two documents were linked.";
      case WITHHELD -> "Withheld: what event" + about + " brought in is not to be shown to others.";
      case RELEASED -> "Released: the withholding of event" + about + " is over.";
      case DESTROYED -> "Destroyed: what event" + about + " said and brought in was taken away.";
      case DECIDED -> "A person decided about an annotation.";
      case REPAIRED -> "What was lost or damaged was put back from a copy.";
      case KEY_CLOSED -> "A public key is in use no more.";
      case KEY_REVOKED -> "A key was revoked: what it signed from some event on does not count.";
    };
  }

  private List<LabelledText> said(LoggedEvent event) {
    List<LabelledText> said = new ArrayList<>(event.event().map(this::said).orElse(List.of()));
    if (shelf.audience().maySeeProvenance()) {
      event
          .signature()
          .ifPresent(by -> said.add(new LabelledText("key", by.name() + " " + by.keyId())));
    }
    return said;
  }

  private List<LabelledText> said(CustodyEvent event) {
    List<LabelledText> said = new ArrayList<>();
    if (event instanceof CustodyEvent.Linked linked && !areSeen(linked)) {
      return said;
    }
    event
        .fields()
        .forEach(
            (name, value) -> {
              if (shelf.audience().maySeeProvenance() || SHARED_FIELDS.contains(name)) {
                said.add(new LabelledText(name, text(value)));
              }
            });
    return said;
  }

  /** A link must not tell that the document at its other end was ever here. */
  private boolean areSeen(CustodyEvent.Linked linked) {
    return shelf.document(linked.digest()).isPresent()
        && shelf.document(linked.other()).isPresent();
  }

  private static String text(Json value) {
    return value instanceof Json.Text text ? text.value() : CanonicalJson.write(value);
  }

  private static String leaf(byte[] entry) {
    MessageDigest computation = Digest.sha256();
    computation.update((byte) 0);
    computation.update(entry);
    return Digest.of(computation).hex();
  }
}
