package org.tamga.custody.copy;

import java.util.ArrayList;
import java.util.List;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.SignedNote.NoteSignature;

/** Whether a log's own keys signed a state of it. */
final class Signatures {
  private Signatures() {}

  /** How many keys of the log signed; none where one of them signed something else. */
  static int count(Side.State state, List<KeyAdded> keys) {
    int count = 0;
    for (KeyAdded added : keys) {
      for (NoteSignature line : state.note().signatures()) {
        if (added.role() == KeyRole.LOG && line.names(added.key())) {
          if (!state.checkpoint().isSignedBy(added.key(), line)) {
            return 0;
          }
          count++;
        }
      }
    }
    return count;
  }

  /** One side's state, with the cosignatures of it by logged witnesses that the other has too. */
  static Side.State union(Side.State one, Side.State other, List<KeyAdded> keys) {
    if (!one.note().text().equals(other.note().text())) {
      return one;
    }
    List<NoteSignature> lines = new ArrayList<>(one.note().signatures());
    for (KeyAdded added : keys) {
      for (NoteSignature line : other.note().signatures()) {
        boolean good =
            added.role() == KeyRole.WITNESS && one.checkpoint().isSignedBy(added.key(), line);
        if (good && lines.stream().noneMatch(own -> holds(one, added, own))) {
          lines.removeIf(own -> own.names(added.key()));
          lines.add(line);
        }
      }
    }
    return new Side.State(new SignedNote(one.note().text(), lines), one.checkpoint());
  }

  private static boolean holds(Side.State state, KeyAdded added, NoteSignature line) {
    return line.names(added.key()) && state.checkpoint().isSignedBy(added.key(), line);
  }
}
