package org.tamga.custody.copy;

import java.util.List;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyRole;
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
}
