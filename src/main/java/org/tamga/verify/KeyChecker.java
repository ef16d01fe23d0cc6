package org.tamga.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyClosed;
import org.tamga.custody.CustodyEvent.KeyRevoked;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.EventSignature;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.Policy;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.Tile;
import org.tamga.tlog.VerifierKey;

/**
 * Follows the keys of an archive: added, closed for a successor, revoked; and what each may sign.
 *
 * <p>docs/spec/events.md, "Keys"; docs/spec/verify.md, "Keys that change".
 */
final class KeyChecker {
  private static final long NEVER = Long.MAX_VALUE;

  private final Findings findings;
  private final Map<String, Standing> keys = new LinkedHashMap<>();
  private final List<Act> acts = new ArrayList<>();
  private final List<Closing> closings = new ArrayList<>();

  /** A key and what became of it. */
  static final class Standing {
    private final KeyAdded added;
    private final long addedAt;
    private long closedAt = NEVER;
    private long revokedAt = NEVER;
    private long revokedFrom = NEVER;
    private @Nullable Standing successor;
    private boolean signedHandover;

    Standing(KeyAdded added, long addedAt) {
      this.added = added;
      this.addedAt = addedAt;
    }

    VerifierKey key() {
      return added.key();
    }

    KeyRole role() {
      return added.role();
    }

    boolean isKnown(long size) {
      return addedAt < size;
    }

    boolean isInUse(long size) {
      return isKnown(size) && closedAt >= size;
    }

    boolean isRevoked(long size) {
      return revokedAt < size;
    }
  }

  /** A key signed the event at this index, or a state of the log that ends with it. */
  private record Act(long index, Standing by) {}

  /** An event that closes or revokes a key, and the state of the log that it holds. */
  private record Closing(long index, Standing key, @Nullable String checkpoint, boolean revokes) {}

  /** How a verifier comes from a key that it trusts to one that signed. */
  enum Way {
    /** Each key signed the state in which the next had been added, or it signed itself. */
    SIGNED,
    /** Somewhere a key was lost or revoked, and only a person says which one follows. */
    TOLD,
    /** There is none. */
    NONE
  }

  KeyChecker(Findings findings) {
    this.findings = findings;
  }

  /** All keys that events name, by the names of their files. */
  Map<String, Standing> all() {
    return keys;
  }

  void add(long index, KeyAdded added) {
    if (keys.putIfAbsent(added.fileName(), new Standing(added, index)) != null) {
      refuse(index, "a key is added once");
    }
  }

  private void refuse(long index, String why) {
    findings.add(FindingCode.KEY_REFERENCE, file(index), index, why);
  }

  private static String file(long index) {
    return EventChecker.disclosuresFile(index / Tile.FULL_WIDTH);
  }

  /** The person's key by which an event says that it is signed; null where no event names it. */
  @Nullable Standing person(EventSignature signature) {
    for (Standing one : keys.values()) {
      if (one.role() == KeyRole.PERSON
          && one.key().name().equals(signature.name())
          && one.key().keyId().equals(signature.keyId())) {
        return one;
      }
    }
    return null;
  }

  /** Takes note of a signature that holds; false where the key may sign no more. */
  boolean signs(long index, Standing key) {
    acts.add(new Act(index, key));
    if (key.closedAt < index && key.revokedAt >= index) {
      findings.add(FindingCode.SIGNATURE_CLOSED, file(index), index, "of " + key.key().name());
    }
    return key.closedAt >= index;
  }

  void close(long index, KeyClosed closed, Standing signer) {
    Standing key = find(closed.key());
    if (key == signer) {
      // Whoever has a key can end it: that it was stolen by then does no harm.
      acts.removeLast();
    }
    Standing successor = find(closed.successor());
    boolean log = key != null && key.role() == KeyRole.LOG;
    if (key == null
        || !key.isInUse(index)
        || !follows(key, successor, index, closed.successor(), log)
        || (closed.checkpoint() != null && !log)) {
      refuse(index, "");
      return;
    }
    key.closedAt = index;
    key.successor = successor;
    closings.add(new Closing(index, key, closed.checkpoint(), false));
  }

  void revoke(long index, KeyRevoked revoked, Standing signer) {
    Standing key = find(revoked.key());
    Standing successor = find(revoked.successor());
    if (key == null
        || key == signer
        || key.isRevoked(index)
        || revoked.from() > index
        || !follows(
            key,
            successor,
            index,
            revoked.successor(),
            key.role() == KeyRole.LOG && key.isInUse(index))) {
      refuse(index, "");
      return;
    }
    key.revokedAt = index;
    key.revokedFrom = revoked.from();
    key.closedAt = Math.min(key.closedAt, index);
    key.successor = key.successor == null ? successor : key.successor;
    closings.add(new Closing(index, key, revoked.checkpoint(), true));
  }

  private @Nullable Standing find(@Nullable VerifierKey key) {
    return keys.values().stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
  }

  private static boolean follows(
      Standing key,
      @Nullable Standing successor,
      long index,
      @Nullable VerifierKey named,
      boolean needed) {
    return successor == null
        ? named == null && !needed
        : successor != key && successor.role() == key.role() && successor.isInUse(index);
  }

  /**
   * What can be said only when the whole log is known.
   *
   * @param leaves of the whole log
   */
  void finish(String origin, Leaves leaves, Trust trust) {
    List<Long> vouched = new ArrayList<>();
    Checkpoint kept = trust.kept();
    if (kept != null && kept.origin().equals(origin) && isState(kept, leaves)) {
      vouched.add(kept.size());
    }
    for (Closing closing : closings) {
      checkState(closing, origin, leaves, trust.policy(), vouched);
    }
    for (Act act : acts) {
      if (act.index() >= act.by().revokedFrom && act.by().role() == KeyRole.PERSON) {
        String who = "of " + act.by().key().name();
        findings.add(FindingCode.SIGNATURE_REVOKED, file(act.index()), act.index(), who);
      }
    }
    for (Standing key : keys.values()) {
      long before =
          vouched.stream().filter(size -> size <= key.revokedFrom).max(Long::compare).orElse(0L);
      boolean unvouched =
          acts.stream()
              .filter(act -> act.by() == key && act.index() < key.revokedFrom)
              .anyMatch(act -> act.index() >= before);
      if (key.revokedAt != NEVER && unvouched) {
        findings.add(FindingCode.REVOKED_ORDER, file(key.revokedAt), key.revokedAt, "");
      }
    }
  }

  private static boolean isState(Checkpoint state, Leaves leaves) {
    return state.size() <= leaves.size() && leaves.rootOf(state.size()).equals(state.root());
  }

  private void checkState(
      Closing closing, String origin, Leaves leaves, @Nullable Policy policy, List<Long> vouched) {
    long index = closing.index();
    String who = closing.key().key().name() + " " + closing.key().key().keyId();
    boolean lost = closing.key().role() == KeyRole.LOG && closing.checkpoint() == null;
    FindingCode note = lost ? FindingCode.KEY_RECOVERED : FindingCode.KEY_CLOSED;
    findings.add(closing.revokes() ? FindingCode.KEY_REVOKED : note, file(index), index, who);
    if (closing.checkpoint() == null) {
      return;
    }
    SignedNote signed;
    Checkpoint state;
    try {
      signed = SignedNote.parse(closing.checkpoint().getBytes(StandardCharsets.UTF_8));
      state = Checkpoint.parse(signed.text());
    } catch (MalformedLogException e) {
      findings.add(FindingCode.KEY_HANDOVER, file(index), index, String.valueOf(e.getMessage()));
      return;
    }
    Standing next = closing.key().successor;
    boolean holds =
        state.origin().equals(origin)
            && state.extensions().isEmpty()
            && state.size() <= index
            && isState(state, leaves);
    if (holds && !closing.revokes()) {
      holds =
          next != null
              && next.addedAt < state.size()
              && isSigned(signed, state, closing.key().key())
              && isSigned(signed, state, next.key());
      closing.key().signedHandover = holds && state.size() <= closing.key().revokedFrom;
      if (holds) {
        acts.add(new Act(state.size() - 1, closing.key()));
      }
    }
    if (!holds) {
      findings.add(FindingCode.KEY_HANDOVER, file(index), index, "");
    } else if (policy != null
        && policy.witnesses().values().stream().anyMatch(w -> isSigned(signed, state, w.key()))) {
      vouched.add(state.size());
    }
  }

  private static boolean isSigned(SignedNote note, Checkpoint state, VerifierKey key) {
    return note.signatures().stream().anyMatch(line -> state.isSignedBy(key, line));
  }

  /** How to come from a key of a policy to one of those whose signatures hold. */
  Way way(VerifierKey trusted, List<VerifierKey> good) {
    if (good.contains(trusted)) {
      return Way.SIGNED;
    }
    Standing key = find(trusted);
    boolean signed = true;
    while (key != null && key.role() == KeyRole.LOG) {
      if (good.contains(key.key())) {
        return signed ? Way.SIGNED : Way.TOLD;
      }
      signed &= key.signedHandover;
      key = key.successor;
    }
    return Way.NONE;
  }

  /** Whether a key's signature beneath a state of a log of this size counts, or why not. */
  static @Nullable FindingCode objection(Standing key, long size) {
    if (key.isRevoked(size)) {
      return FindingCode.SIGNATURE_REVOKED;
    }
    return key.closedAt < size ? FindingCode.SIGNATURE_CLOSED : null;
  }
}
