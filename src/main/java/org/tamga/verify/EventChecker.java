package org.tamga.verify;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveDescription;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.Disclosures;
import org.tamga.custody.Entry;
import org.tamga.custody.EventKind;
import org.tamga.custody.EventSignature;
import org.tamga.custody.Field;
import org.tamga.custody.Json;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.Tile;
import org.tamga.vault.Digest;

/**
 * Takes the events of a log one by one: whether each says what was sealed, and what follows.
 *
 * <p>docs/spec/events.md.
 */
final class EventChecker {
  private static final List<EventKind> BEGINNING =
      List.of(EventKind.CREATED, EventKind.KEY_ADDED, EventKind.KEY_ADDED, EventKind.KEY_ADDED);

  private final Findings findings;
  private final String origin;
  private final @Nullable Digest description;
  private final List<EventKind> beginning = new ArrayList<>();
  private final List<String> beginningKeys = new ArrayList<>();
  private final KeyChecker keys;
  private final Acquisitions acquisitions = new Acquisitions();
  private final BitSet immovable = new BitSet();
  private final BitSet erased = new BitSet();
  private final BitSet destroyed = new BitSet();
  private final BitSet withheld = new BitSet();
  private final Set<String> keysToCome = new TreeSet<>();
  private final long sealed;
  private long events;
  private long creations;

  /**
   * @param description digest of archive.json; null where it is not there
   * @param sealed events from this index on are still arriving: what is missing is not missed
   */
  EventChecker(Findings findings, String origin, @Nullable Digest description, long sealed) {
    this.sealed = sealed;
    this.findings = findings;
    this.origin = origin;
    this.description = description;
    this.keys = new KeyChecker(findings);
  }

  long events() {
    return events;
  }

  Acquisitions acquisitions() {
    return acquisitions;
  }

  /** The keys that events name. */
  KeyChecker keys() {
    return keys;
  }

  /** Name of the log. */
  String origin() {
    return origin;
  }

  /** Those of the keys that events name which are still arriving. */
  Set<String> keysToCome() {
    return keysToCome;
  }

  /** Events from this index on are still arriving. */
  long sealed() {
    return sealed;
  }

  /** Indexes of the events whose fields and bytes were to be taken away. */
  BitSet destroyed() {
    return destroyed;
  }

  /** Indexes of the events withheld at present. */
  BitSet withheld() {
    return withheld;
  }

  /** Where what an event says stands. */
  static String disclosuresFile(long bundle) {
    return "disclosures/" + Tile.indexPath(bundle) + ".jsonl";
  }

  /**
   * Takes the next event.
   *
   * @param entry its bytes in the log
   * @param file where {@code entry} stands
   * @param line what it says; null where that is not there
   */
  void check(int index, byte[] entry, String file, byte @Nullable [] line) {
    Entry parsed;
    try {
      parsed = Entry.parse(entry);
      if (parsed.index().orElse(-1) >= index) {
        throw new IllegalArgumentException("it speaks of an event that is not before it");
      }
    } catch (IllegalArgumentException e) {
      findings.add(FindingCode.ENTRY_MALFORMED, file, index, String.valueOf(e.getMessage()));
      return;
    }
    events++;
    String disclosures = disclosuresFile(index / Tile.FULL_WIDTH);
    notice(index, parsed, disclosures);
    if (line == null && index >= sealed) {
      return;
    }
    if (line == null) {
      findings.add(FindingCode.DISCLOSURE_MISSING, disclosures, index, "");
      return;
    }
    Disclosures said;
    try {
      said = Disclosures.parse(utf8(line));
      if (said.index() != index) {
        throw new IllegalArgumentException("it is of event " + said.index());
      }
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      findings.add(FindingCode.DISCLOSURE_MALFORMED, disclosures, index, why);
      return;
    }
    switch (said) {
      case Disclosures.Erased gone -> erased.set(index);
      case Disclosures.Shown shown -> {
        if (shown.belongTo(parsed)) {
          checkFields(index, parsed, shown, disclosures);
        } else {
          findings.add(FindingCode.DISCLOSURE_ALTERED, disclosures, index, "");
        }
      }
    }
  }

  private static String utf8(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(line)).toString();
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }

  /** What the entry alone tells. */
  private void notice(int index, Entry entry, String disclosures) {
    if (index < BEGINNING.size()) {
      beginning.add(entry.kind());
    }
    creations += entry.kind() == EventKind.CREATED ? 1 : 0;
    switch (entry.kind()) {
      case ACQUIRED, LINKED, DECIDED -> {}
      case CREATED, KEY_ADDED, KEY_CLOSED, KEY_REVOKED, REPAIRED -> immovable.set(index);
      case WITHHELD, RELEASED, DESTROYED -> {
        immovable.set(index);
        int about = (int) entry.index().orElseThrow();
        if (immovable.get(about)) {
          findings.add(FindingCode.EVENT_REFERENCE, disclosures, index, "event " + about);
        }
        if (entry.kind() == EventKind.DESTROYED) {
          destroyed.set(about);
        } else {
          withheld.set(about, entry.kind() == EventKind.WITHHELD);
        }
      }
    }
  }

  private void checkFields(int index, Entry entry, Disclosures.Shown shown, String file) {
    CustodyEvent event;
    EventSignature signature = null;
    try {
      Map<String, Json> fields = shown.byName();
      Json signed = fields.remove(EventSignature.FIELD);
      if (signed != null) {
        signature = EventSignature.parse(signed);
      }
      event = CustodyEvent.parse(entry, fields);
      if (entry.kind().isSigned() != (signature != null)) {
        throw new IllegalArgumentException("a signature where none belongs, or none");
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      String why = String.valueOf(e.getMessage());
      findings.add(FindingCode.EVENT_MALFORMED, file, index, why);
      return;
    }
    KeyChecker.Standing signer = null;
    if (signature != null) {
      signer = signer(index, entry, shown, signature, file);
      if (signer == null || !keys.signs(index, signer)) {
        return;
      }
    }
    switch (event) {
      case CustodyEvent.Created created -> {
        if (description != null && !description.equals(created.archive())) {
          findings.add(FindingCode.ARCHIVE_ALTERED, ArchiveDescription.FILE, index, "");
        }
      }
      case KeyAdded added -> checkKey(index, added, file);
      case CustodyEvent.Acquired acquired ->
          acquisitions.add(index, acquired.digest(), acquired.size());
      case CustodyEvent.Linked linked -> {}
      case CustodyEvent.Removal removal -> {}
      case CustodyEvent.Decided decided -> {}
      case CustodyEvent.Repaired repaired -> {}
      case CustodyEvent.KeyClosed closed ->
          keys.close(index, closed, Objects.requireNonNull(signer));
      case CustodyEvent.KeyRevoked revoked ->
          keys.revoke(index, revoked, Objects.requireNonNull(signer));
    }
  }

  private void checkKey(int index, KeyAdded added, String file) {
    keys.add(index, added);
    if (index >= sealed) {
      keysToCome.add(added.fileName());
    }
    if (index < BEGINNING.size()) {
      beginningKeys.add(added.role().word() + " " + added.key().type());
    }
    SignatureType type = added.key().type();
    boolean fits =
        switch (added.role()) {
          case LOG ->
              type != SignatureType.ED25519_COSIGNATURE && added.key().name().equals(origin);
          case PERSON -> type == SignatureType.ED25519;
          case WITNESS -> type.isTimestamped();
        };
    if (!fits) {
      findings.add(FindingCode.KEY_ROLE, file, index, added.role().word());
    }
  }

  /** Who signed an event; null where the signature does not hold. */
  private KeyChecker.@Nullable Standing signer(
      int index, Entry entry, Disclosures.Shown shown, EventSignature signature, String file) {
    KeyChecker.Standing by = keys.person(signature);
    if (by == null) {
      String who = signature.name() + " " + signature.keyId();
      findings.add(FindingCode.SIGNATURE_UNKNOWN, file, index, who);
      return null;
    }
    String own =
        shown.fields().stream()
            .filter(field -> field.name().equals(EventSignature.FIELD))
            .map(Field::digest)
            .findFirst()
            .orElseThrow();
    boolean holds;
    try {
      holds = signature.isBy(by.key(), EventSignature.message(origin, entry.textWithout(own)));
    } catch (IllegalArgumentException e) {
      holds = false;
    }
    if (!holds) {
      findings.add(FindingCode.SIGNATURE_INVALID, file, index, "of " + signature.name());
    }
    return holds ? by : null;
  }

  /**
   * What can be said only when all events are known.
   *
   * @param goingNow events whose destruction a journal is about to finish
   */
  void finish(BitSet goingNow) {
    List<String> log =
        List.of(
            "log " + SignatureType.ED25519,
            "log " + SignatureType.ML_DSA_44_COSIGNATURE,
            "person " + SignatureType.ED25519);
    if (!beginning.equals(BEGINNING) || !beginningKeys.equals(log) || creations != 1) {
      findings.add(FindingCode.EVENT_ORDER, LogChecker.CHECKPOINT);
    }
    withheld.andNot(destroyed);
    report(withheld, FindingCode.WITHHELD);
    report(destroyed, FindingCode.DESTROYED);
    report(without(without(destroyed, erased), goingNow), FindingCode.DESTRUCTION_UNFINISHED);
    report(without(erased, destroyed), FindingCode.DISCLOSURE_ERASED);
  }

  private static BitSet without(BitSet all, BitSet some) {
    BitSet rest = (BitSet) all.clone();
    rest.andNot(some);
    return rest;
  }

  private void report(BitSet indexes, FindingCode code) {
    indexes.stream().forEach(i -> findings.add(code, disclosuresFile(i / Tile.FULL_WIDTH), i, ""));
  }
}
