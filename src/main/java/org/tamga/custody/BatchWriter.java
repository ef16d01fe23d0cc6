package org.tamga.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.StrictBase64;
import org.tamga.tlog.Tile;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;
import org.tamga.vault.Vault;

/**
 * Puts batches of events in place, step by step, so that no moment of dying loses or tears one.
 *
 * <p>docs/spec/archive.md, "Writing" and "Taking away".
 */
final class BatchWriter {
  private static final int SALT_BYTES = 32;

  private final Disk disk;
  private final ArchiveLayout layout;
  private final String origin;
  private final Archive.Surroundings surroundings;
  private final Vault vault;
  private final TileWriter tiles;
  private @Nullable Set<VerifierKey> signers;

  BatchWriter(
      Disk disk,
      ArchiveLayout layout,
      String origin,
      Archive.Surroundings surroundings,
      Vault vault,
      TileWriter tiles) {
    this.disk = disk;
    this.layout = layout;
    this.origin = origin;
    this.surroundings = surroundings;
    this.vault = vault;
    this.tiles = tiles;
  }

  void write(List<Archive.Draft> drafts) throws IOException {
    long base = tiles.size();
    Map<String, Vault.Staged> staged = new LinkedHashMap<>();
    List<Journal.Pending> events = new ArrayList<>();
    for (Archive.Draft draft : drafts) {
      if (draft.staged() != null) {
        staged.put(draft.staged().name(), draft.staged());
      }
      events.add(pending(base + events.size(), draft));
    }
    vault.secure(staged.values());
    List<Journal.Incoming> objects =
        staged.values().stream().map(s -> new Journal.Incoming(s.digest(), s.name())).toList();
    Journal journal = new Journal(base, objects, events);
    refuseUnlessSigned(signingAfter(journal));
    disk.writeAtomically(layout.journal(), journal.bytes());
    apply(journal);
  }

  private Journal.Pending pending(long index, Archive.Draft draft) {
    List<Field> fields = new ArrayList<>();
    draft.event().fields().forEach((name, value) -> fields.add(field(name, value)));
    int signed = draft.event().kind().isSigned() ? 1 : 0;
    while ((fields.size() + signed) % Entry.STEP != 0) {
      fields.add(field(Field.PADDING, Json.text("")));
    }
    if (draft.signer() != null) {
      // The signature covers the digests of all other fields, in the order they will have.
      String text = Entry.textToSign(draft.event(), fields);
      byte[] signature = draft.signer().sign(EventSignature.message(origin, text));
      var key = draft.signer().key();
      EventSignature by =
          new EventSignature(key.name(), key.keyId(), StrictBase64.encode(signature));
      fields.add(field(EventSignature.FIELD, by.json()));
    }
    SortedMap<String, Field> byDigest = new TreeMap<>();
    fields.forEach(field -> byDigest.put(field.digest(), field));
    Entry entry =
        new Entry(draft.event().kind(), List.copyOf(byDigest.keySet()), draft.event().index());
    List<Field> inOrder = List.copyOf(byDigest.values());
    return new Journal.Pending(entry, new Disclosures.Shown(index, inOrder));
  }

  private Field field(String name, Json value) {
    return Field.of(surroundings.randomBytes(SALT_BYTES), name, value);
  }

  /** Does what the journal says; doing it a second time changes nothing. */
  private void apply(Journal journal) throws IOException {
    vault.keep(
        journal.objects().stream().map(o -> new Vault.Staged(o.digest(), 0, o.name())).toList());
    writeKeys(journal);
    writeDisclosures(journal);
    Set<VerifierKey> signing = signingAfter(journal);
    refuseUnlessSigned(signing);
    tiles.append(journal.events().stream().map(event -> event.entry().bytes()).toList());
    writeCheckpoint(signing);
    signers = signing;
    finish(journal);
  }

  /** A keyring may also hold keys that are closed, or that are not logged yet. */
  private void writeCheckpoint(Set<VerifierKey> signing) throws IOException {
    Checkpoint checkpoint = new Checkpoint(origin, tiles.size(), tiles.root());
    long now = surroundings.clock().instant().getEpochSecond();
    List<NoteSignature> lines =
        surroundings.signer().sign(checkpoint, now).stream()
            .filter(line -> signing.stream().anyMatch(line::names))
            .toList();
    disk.writeAtomically(layout.checkpoint(), new SignedNote(checkpoint.text(), lines).bytes());
  }

  /** The log's keys that are in use once a batch is logged. */
  private Set<VerifierKey> signingAfter(Journal journal) throws IOException {
    if (signers == null) {
      signers = disk.exists(layout.checkpoint()) ? signersOfTheLog() : Set.of();
    }
    Set<VerifierKey> signing = new LinkedHashSet<>(signers);
    for (Journal.Pending pending : journal.events()) {
      switch (pending.entry().kind()) {
        case KEY_ADDED -> {
          if (event(pending) instanceof KeyAdded added && added.role() == KeyRole.LOG) {
            signing.add(added.key());
          }
        }
        case KEY_CLOSED, KEY_REVOKED -> {
          CustodyEvent event = event(pending);
          signing.removeIf(key -> Json.text(key.toString()).equals(event.fields().get("key")));
        }
        case CREATED, ACQUIRED, LINKED, WITHHELD, RELEASED, DESTROYED, DECIDED, REPAIRED -> {}
      }
    }
    return signing;
  }

  /**
   * Nearly always all keys of the keyring signed the checkpoint, and these are the ones in use.
   * Only where it is otherwise the whole log is asked.
   */
  private Set<VerifierKey> signersOfTheLog() throws IOException {
    ArchiveView view = ArchiveView.open(disk, layout.folder());
    List<VerifierKey> ring = surroundings.signer().keys();
    List<NoteSignature> lines =
        view.note().signatures().stream().filter(line -> line.name().equals(origin)).toList();
    boolean same =
        ring.size() == lines.size()
            && ring.stream().allMatch(key -> lines.stream().anyMatch(line -> line.names(key)));
    return same ? new LinkedHashSet<>(ring) : KeysInUse.of(view).with(KeyRole.LOG);
  }

  private static CustodyEvent event(Journal.Pending pending) {
    Map<String, Json> fields = pending.disclosures().byName();
    fields.remove(EventSignature.FIELD);
    return CustodyEvent.parse(pending.entry(), fields);
  }

  private void refuseUnlessSigned(Set<VerifierKey> signing) {
    for (VerifierKey key : signing) {
      if (!surroundings.signer().keys().contains(key)) {
        throw new ArchiveException(
            ArchiveException.Reason.KEY,
            "the private key of " + key.name() + " " + key.keyId() + " is not there",
            "nothing can be logged without it: restore it from your own copy, or, if it is lost,"
                + " put another in its place with: tamga keys recover");
      }
    }
    if (signing.isEmpty()) {
      throw new IllegalArgumentException("a log that no key signs");
    }
  }

  /** Replaces the checkpoint by the same one with these cosignatures beneath it. */
  void attach(List<NoteSignature> cosignatures) throws IOException {
    SignedNote note = SignedNote.parse(disk.readAll(layout.checkpoint(), SignedNote.LARGEST_BYTES));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    List<NoteSignature> lines = new ArrayList<>(note.signatures());
    for (NoteSignature cosignature : cosignatures) {
      VerifierKey key = witnessKey(cosignature.keyId());
      if (!checkpoint.isSignedBy(key, cosignature)) {
        throw new IllegalArgumentException("not a cosignature by " + key.name());
      }
      lines.removeIf(line -> line.names(key));
      lines.add(cosignature);
    }
    disk.writeAtomically(layout.checkpoint(), new SignedNote(note.text(), lines).bytes());
  }

  private VerifierKey witnessKey(String keyId) throws IOException {
    Path file = layout.keys().resolve(KeyAdded.fileName(KeyRole.WITNESS, keyId));
    if (!disk.exists(file)) {
      throw new IllegalArgumentException("a cosignature by a key that was not logged: " + keyId);
    }
    byte[] line = disk.readAll(file, ArchiveLayout.LARGEST_FILE_BYTES);
    return VerifierKey.parse(new String(line, StandardCharsets.UTF_8).stripTrailing());
  }

  private void finish(Journal journal) throws IOException {
    tiles.removeSuperseded();
    for (Journal.Pending event : journal.events()) {
      if (event.entry().kind() == EventKind.DESTROYED) {
        destroy(event.entry().index().orElseThrow());
      }
    }
    disk.delete(layout.journal());
    disk.syncFolder(layout.disclosures());
  }

  private void writeKeys(Journal journal) throws IOException {
    for (Journal.Pending event : journal.events()) {
      if (event.entry().kind() == EventKind.KEY_ADDED
          && CustodyEvent.parse(event.entry(), event.disclosures().byName())
              instanceof KeyAdded added) {
        byte[] line = (added.key() + "\n").getBytes(StandardCharsets.UTF_8);
        disk.writeAtomically(layout.key(added), line);
      }
    }
  }

  private void writeDisclosures(Journal journal) throws IOException {
    Map<Long, List<String>> bundles =
        journal.events().stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.disclosures().index() / Tile.FULL_WIDTH,
                    LinkedHashMap::new,
                    Collectors.mapping(event -> event.disclosures().line(), Collectors.toList())));
    Map<Path, byte[]> files = new LinkedHashMap<>();
    for (Map.Entry<Long, List<String>> bundle : bundles.entrySet()) {
      long start = bundle.getKey() * Tile.FULL_WIDTH;
      int kept = (int) Math.max(0, journal.base() - start);
      List<String> lines = new ArrayList<>(lines(bundle.getKey()).subList(0, kept));
      lines.addAll(bundle.getValue());
      files.put(layout.disclosures(bundle.getKey()), bytes(lines));
    }
    // Together: waiting for the disk once for each file would take most of a large batch's time.
    disk.writeAllAtomically(files);
  }

  private List<String> lines(long bundle) throws IOException {
    Path file = layout.disclosures(bundle);
    if (!disk.exists(file)) {
      return List.of();
    }
    byte[] bytes = disk.readAll(file, ArchiveLayout.LARGEST_FILE_BYTES);
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  private void writeLines(long bundle, List<String> lines) throws IOException {
    disk.writeAtomically(layout.disclosures(bundle), bytes(lines));
  }

  private static byte[] bytes(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Takes away what the event at {@code index} said, and its bytes where nobody else has them. */
  private void destroy(long index) throws IOException {
    long bundle = index / Tile.FULL_WIDTH;
    int place = (int) (index % Tile.FULL_WIDTH);
    List<String> lines = new ArrayList<>(lines(bundle));
    if (!(Disclosures.parse(lines.get(place)) instanceof Disclosures.Shown shown)) {
      return;
    }
    Json digest = shown.byName().get("digest");
    if (digest != null && isAcquisition(shown) && !isHeldElsewhere(digest.asText(), index)) {
      vault.destroy(Digest.parse(digest.asText()));
    }
    lines.set(place, new Disclosures.Erased(index).line());
    writeLines(bundle, lines);
  }

  private static boolean isAcquisition(Disclosures.Shown shown) {
    return shown.byName().containsKey("received");
  }

  private boolean isHeldElsewhere(String digest, long index) throws IOException {
    boolean[] found = {false};
    Set<Long> destroyed = new java.util.HashSet<>();
    ArchiveView view = ArchiveView.open(disk, layout.folder());
    view.forEach(
        event -> {
          if (event.entry().kind() == EventKind.DESTROYED) {
            destroyed.add(event.entry().index().orElseThrow());
          }
        });
    view.forEach(
        event -> {
          boolean same =
              event.event().orElse(null) instanceof CustodyEvent.Acquired other
                  && other.digest().toString().equals(digest);
          found[0] |= same && event.index() != index && !destroyed.contains(event.index());
        });
    return found[0];
  }

  /** Finishes a batch that a program which died had written into the journal. */
  void finishInterrupted() throws IOException {
    disk.delete(layout.journal().resolveSibling(layout.journal().getFileName() + Disk.NEW));
    if (!disk.exists(layout.journal())) {
      vault.discardLeftovers(Set.of());
      return;
    }
    Journal journal;
    try {
      journal = Journal.parse(disk.readAll(layout.journal(), Journal.LARGEST_BYTES));
    } catch (IllegalArgumentException e) {
      throw ArchiveView.damaged(layout.journal(), e);
    }
    vault.discardLeftovers(
        journal.objects().stream().map(Journal.Incoming::name).collect(Collectors.toSet()));
    if (tiles.size() == journal.base()) {
      apply(journal);
    } else if (tiles.size() == journal.base() + journal.events().size()) {
      finish(journal);
    } else {
      throw ArchiveView.damaged(
          layout.journal(), new IOException("it does not fit the size of the log"));
    }
  }
}
