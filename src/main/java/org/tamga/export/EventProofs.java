package org.tamga.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveLayout;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Disclosures;
import org.tamga.custody.Json;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.InclusionProof;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.Tile;
import org.tamga.tlog.TileTree;

/** Shows of events that they are in the log, and of what they say the digest alone. */
final class EventProofs {
  private final ArchiveView view;
  private final SignedNote note;
  private final TileTree tree;

  EventProofs(ArchiveView view) throws IOException {
    this.view = view;
    this.note =
        SignedNote.parse(view.disk().readAll(view.layout().checkpoint(), SignedNote.LARGEST_BYTES));
    this.tree = new TileTree(Checkpoint.parse(note.text()).size(), view.tiles());
  }

  /** The signed state of the log. */
  byte[] checkpoint() {
    return note.bytes();
  }

  /** The event with its digest, as docs/spec/bundle.md has it. */
  byte[] event(long index) throws IOException {
    byte[] said =
        view.disk()
            .readAll(
                view.layout().disclosures(index / Tile.FULL_WIDTH),
                ArchiveLayout.LARGEST_FILE_BYTES);
    String line =
        new String(said, StandardCharsets.UTF_8)
            .lines()
            .skip(index % Tile.FULL_WIDTH)
            .findFirst()
            .orElse("");
    if (!(Disclosures.parse(line) instanceof Disclosures.Shown shown)) {
      throw new ArchiveException(
          Reason.DAMAGED,
          "what event " + index + " said is erased, but the record knows it",
          "make the record again with: tamga rebuild");
    }
    List<Json> digest =
        shown.fields().stream()
            .filter(field -> field.name().equals("digest"))
            .map(field -> field.json())
            .toList();
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("entry", Json.text(view.event(index).entry().text()));
    members.put("fields", new Json.Array(digest));
    members.put("index", Json.whole(index));
    return (CanonicalJson.write(new Json.Members(members)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The proof that the event is in the log: C2SP tlog-proof. */
  byte[] proof(long index) throws IOException {
    return new InclusionProof(index, tree.inclusionProof(index), note).bytes();
  }
}
