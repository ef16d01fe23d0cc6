package org.tamga.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyClosed;
import org.tamga.custody.CustodyEvent.KeyRevoked;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.tlog.VerifierKey;

/**
 * Which keys an archive uses at some moment, and which it used before.
 *
 * <p>docs/spec/events.md, "Keys". Follows the log; whether those who closed a key might do so is
 * for the package {@code verify} to say.
 */
public final class KeysInUse {
  private final Map<VerifierKey, Known> known = new LinkedHashMap<>();

  /** Whether a key is in use. */
  public enum Standing {
    /** It signs. */
    IN_USE,
    /** Another took its place. */
    CLOSED,
    /** Somebody else has it. */
    REVOKED
  }

  /**
   * A key that the log names.
   *
   * @param added log index of the event that named it
   */
  public record Known(VerifierKey key, KeyRole role, long added, Standing standing) {
    private Known with(Standing other) {
      return new Known(key, role, added, other);
    }
  }

  /** The keys at the moment of a view. */
  public static KeysInUse of(ArchiveView view) throws IOException {
    KeysInUse keys = new KeysInUse();
    view.forEach(event -> event.event().ifPresent(said -> keys.take(event.index(), said)));
    return keys;
  }

  /** Takes the next event. */
  void take(long index, CustodyEvent event) {
    switch (event) {
      case KeyAdded added ->
          known.put(added.key(), new Known(added.key(), added.role(), index, Standing.IN_USE));
      case KeyClosed closed ->
          known.computeIfPresent(closed.key(), (key, one) -> one.with(Standing.CLOSED));
      case KeyRevoked revoked ->
          known.computeIfPresent(revoked.key(), (key, one) -> one.with(Standing.REVOKED));
      case CustodyEvent.Created none -> {}
      case CustodyEvent.Acquired none -> {}
      case CustodyEvent.Linked none -> {}
      case CustodyEvent.Removal none -> {}
      case CustodyEvent.Decided none -> {}
      case CustodyEvent.Repaired none -> {}
    }
  }

  /** All keys that were ever named, in the order of the log. */
  public List<Known> all() {
    return new ArrayList<>(known.values());
  }

  /** The keys in use that have this role, in the order of the log. */
  public Set<VerifierKey> with(KeyRole role) {
    Set<VerifierKey> keys = new LinkedHashSet<>();
    for (Known one : known.values()) {
      if (one.role() == role && one.standing() == Standing.IN_USE) {
        keys.add(one.key());
      }
    }
    return keys;
  }
}
