package org.tamga.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.Disclosures;
import org.tamga.custody.Entry;
import org.tamga.custody.Field;
import org.tamga.record.Acquisition;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.RecordDocument;
import org.tamga.timestamp.StampFolder;
import org.tamga.timestamp.StampFolder.Stamp;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.InclusionProof;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.TileTree;
import org.tamga.vault.Digest;
import org.tamga.vault.FolderVault;
import org.tamga.verify.BundleChecker;
import org.tamga.verify.BundleEvent;
import org.tamga.verify.Checksums;
import org.tamga.verify.Trust;

/**
 * Writes a folder by which a stranger can check a few documents without the archive.
 *
 * <p>docs/spec/bundle.md. What may not leave the archive is refused; the list of digests comes
 * last, so that a folder that was not finished is none.
 */
public final class ProofBundle {
  private static final int LARGEST_KEY_BYTES = 1 << 13;

  private final ArchiveView view;
  private final ArchiveRecord record;
  private final Sharing sharing;
  private final NavigableSet<String> shown = new TreeSet<>();
  private final NavigableSet<String> kept = new TreeSet<>();
  private final Map<String, byte[]> small = new LinkedHashMap<>();
  private final TreeMap<String, Digest> digests = new TreeMap<>();

  /** A proof from this archive, of which this is the record, under these rules. */
  public ProofBundle(ArchiveView view, ArchiveRecord record, Sharing sharing) {
    this.view = view;
    this.record = record;
    this.sharing = sharing;
  }

  /**
   * What a bundle came to.
   *
   * @param events how many events it shows
   * @param shown the names of all fields that it shows
   * @param kept the names of fields that were asked for and not shown, to protect a source
   * @param stamps how many time stamps it has
   */
  public record Outcome(
      int events, NavigableSet<String> shown, NavigableSet<String> kept, int stamps) {
    public Outcome {
      shown = Collections.unmodifiableNavigableSet(new TreeSet<>(shown));
      kept = Collections.unmodifiableNavigableSet(new TreeSet<>(kept));
    }
  }

  /**
   * Writes the bundle of these documents to a folder that is not there yet, or says in an {@link
   * ArchiveException} why that cannot be.
   */
  public Outcome write(Path out, List<RecordDocument> documents, Disclosing disclosing)
      throws IOException {
    checkPlace(out);
    for (RecordDocument document : documents) {
      checkMayLeave(document);
    }
    SignedNote note = note();
    TreeMap<Long, BundleEvent> events = new TreeMap<>();
    for (RecordDocument document : documents) {
      boolean hidden = sharing.protectsSource(record, document);
      Disclosing some = hidden ? disclosing.withoutSource() : disclosing;
      disclosing.fields().stream().filter(one -> !some.fields().contains(one)).forEach(kept::add);
      for (Acquisition acquisition : document.acquisitions()) {
        events.put(acquisition.index(), event(acquisition.index(), document, some));
      }
    }
    for (BundleEvent event : events.values()) {
      addEvent(event, note);
    }
    addKeys(note);
    List<Stamp> stamps = addStamps();
    small.put("checkpoint", note.bytes());
    small.put("verify.py", resource("verify.py"));
    small.put("HOW-TO-CHECK.txt", howTo(note, documents, events, stamps.size()));
    writeAll(out, documents);
    return new Outcome(events.size(), shown, kept, stamps.size());
  }

  private void checkPlace(Path out) {
    Path place = out.toAbsolutePath().normalize();
    if (place.startsWith(view.layout().folder().toAbsolutePath().normalize())) {
      throw refused(out + " is inside the archive", "choose a place outside it");
    }
    if (view.disk().exists(out)) {
      throw refused(
          out + " exists", "choose a folder that does not exist yet; nothing was written");
    }
  }

  private void checkMayLeave(RecordDocument document) {
    sharing
        .obstacle(record, document)
        .ifPresent(
            why -> {
              throw refused(
                  document.id() + " may not leave the archive: it is " + why.words(),
                  "tamga show says how it may be used; nothing was written");
            });
  }

  private static ArchiveException refused(String what, String hint) {
    return new ArchiveException(Reason.NOT_POSSIBLE, what, hint);
  }

  private static ArchiveException damaged(String what) {
    return new ArchiveException(
        Reason.DAMAGED, what, "tamga verify lists all damage; no proof was made");
  }

  /** The signed state with whatever cosignatures it has by now. */
  private SignedNote note() throws IOException {
    Path file = view.layout().checkpoint();
    SignedNote note = SignedNote.parse(view.disk().readAll(file, SignedNote.LARGEST_BYTES));
    if (!Checkpoint.parse(note.text()).equals(view.checkpoint())) {
      throw new ArchiveException(
          Reason.BUSY, "the archive is being written to", "try again when that has ended");
    }
    return note;
  }

  private BundleEvent event(long index, RecordDocument document, Disclosing disclosing)
      throws IOException {
    Entry entry = view.event(index).entry();
    if (!(view.disclosures(index) instanceof Disclosures.Shown said) || !said.belongTo(entry)) {
      throw damaged("what event " + index + " says is not what was sealed");
    }
    List<Field> fields =
        said.fields().stream().filter(one -> disclosing.fields().contains(one.name())).toList();
    BundleEvent event = new BundleEvent(index, entry, fields);
    var digest = event.value("digest");
    if (digest == null || !digest.asText().equals(document.id().toString())) {
      throw damaged("event " + index + " did not bring in " + document.id());
    }
    fields.forEach(field -> shown.add(field.name()));
    return event;
  }

  private void addEvent(BundleEvent event, SignedNote note) throws IOException {
    TileTree tree = new TileTree(view.size(), view.tiles());
    InclusionProof proof =
        new InclusionProof(event.index(), tree.inclusionProof(event.index()), note);
    if (!proof.holds(event.entry().bytes())) {
      throw damaged("event " + event.index() + " cannot be shown to be in the log");
    }
    small.put("events/" + event.index() + ".json", event.bytes());
    small.put("events/" + event.index() + ".tlog-proof", proof.bytes());
  }

  /** The log's keys and its witnesses'; those of persons tell who keeps the archive. */
  private void addKeys(SignedNote note) throws IOException {
    for (Path file : view.disk().list(view.layout().keys())) {
      String name = file.getFileName().toString();
      byte[] line = view.disk().readAll(file, LARGEST_KEY_BYTES);
      boolean signs =
          note.signatures().stream().anyMatch(one -> name.equals("log-" + one.keyId() + ".vkey"));
      // By a key of the log that was closed meanwhile this state need not be signed.
      if (name.endsWith(".vkey") && (signs || name.startsWith("witness-"))) {
        small.put("keys/" + name, line);
      }
    }
  }

  private List<Stamp> addStamps() throws IOException {
    StampFolder folder = new StampFolder(view);
    List<Stamp> stamps = folder.ofNow();
    for (int i = 0; i < stamps.size(); i++) {
      String name = StampFolder.NAME + "/" + (i + 1);
      small.put(name + ".tsr", folder.reply(stamps.get(i)));
      Path certificates = stamps.get(i).certificates();
      if (view.disk().exists(certificates)) {
        small.put(name + ".pem", view.disk().readAll(certificates, 1 << 20));
      }
    }
    return stamps;
  }

  private byte[] howTo(
      SignedNote note, List<RecordDocument> documents, Map<Long, BundleEvent> events, int stamps)
      throws IOException {
    StringBuilder list = new StringBuilder();
    for (RecordDocument document : documents) {
      list.append("  objects/" + FolderVault.pathOf(document.id()) + "\n");
    }
    Digest imprint = Digest.of(note.text().getBytes(StandardCharsets.UTF_8));
    StringBuilder time = new StringBuilder();
    for (int n = 1; n <= stamps; n++) {
      time.append("   openssl ts -verify -digest " + imprint.hex() + " \\\n");
      time.append("     -in timestamps/" + n + ".tsr -CAfile timestamps/" + n + ".pem\n");
    }
    if (stamps == 0) {
      time.append("   There is no time stamp in this folder.\n");
    }
    List<String> indexes = events.keySet().stream().map(String::valueOf).toList();
    return new String(resource("HOW-TO-CHECK.txt"), StandardCharsets.UTF_8)
        .replace("{objects}\n", list)
        .replace("{stamps}\n", time)
        .replace("{events}", String.join(", ", indexes))
        .replace("{size}", Long.toString(view.size()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ProofBundle.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name + " is part of the program");
      }
      return in.readAllBytes();
    }
  }

  private void writeAll(Path out, List<RecordDocument> documents) throws IOException {
    for (RecordDocument document : documents) {
      String name = "objects/" + FolderVault.pathOf(document.id());
      view.disk().writeAtomically(out.resolve(name), stream -> copy(document.id(), stream));
      digests.put(name, document.id());
    }
    Map<Path, byte[]> files = new LinkedHashMap<>();
    small.forEach(
        (name, bytes) -> {
          files.put(out.resolve(name), bytes);
          digests.put(name, Digest.of(bytes));
        });
    view.disk().writeAllAtomically(files);
    byte[] list = new Checksums(digests).text().getBytes(StandardCharsets.UTF_8);
    view.disk().writeAtomically(out.resolve(Checksums.FILE), list);
    var report = BundleChecker.check(out, Trust.NONE);
    if (!report.isGood()) {
      throw damaged("the proof does not hold: " + report.findings().getFirst().words());
    }
  }

  private void copy(Digest digest, java.io.OutputStream to) throws IOException {
    var hash = Digest.sha256();
    try (InputStream in = new DigestInputStream(view.vault().open(digest), hash)) {
      in.transferTo(to);
    } catch (NoSuchFileException e) {
      throw damaged("the bytes of " + digest + " are missing");
    }
    if (!Digest.of(hash).equals(digest)) {
      throw damaged("the bytes of " + digest + " are not those that were sealed");
    }
  }
}
