package org.tamga.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveDescription;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.Json;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.InclusionProof;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.Digest;
import org.tamga.vault.FolderVault;

/**
 * Checks a proof that somebody handed over: a few events of a log, and the bytes they brought in.
 *
 * <p>docs/spec/bundle.md. Reads every file once; memory does not grow with the size of documents.
 */
public final class BundleChecker {
  private static final String CHECKPOINT = "checkpoint";
  private static final String EVENTS = "events/";
  private static final String OBJECTS = "objects/";
  private static final String JSON = ".json";
  private static final String PROOF = ".tlog-proof";
  private static final int LARGEST_EVENT_BYTES = 1 << 24;
  private static final int LONGEST_KEY_BYTES = 1 << 13;
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,15}");
  private static final Pattern KEY_NAME =
      Pattern.compile("keys/(log|person|witness)-[0-9a-f]{8}\\.vkey");

  /** What a file turned out to hold. */
  private record Measured(Digest digest, long size) {}

  private final Findings findings = new Findings();
  private final EvidenceFolder folder;
  private final Trust trust;
  private final Map<String, Measured> files = new TreeMap<>();
  private final Set<String> accounted = new HashSet<>();
  private final Set<Digest> documents = new HashSet<>();
  private long events;

  private BundleChecker(Path bundle, Trust trust) {
    this.folder = new EvidenceFolder(bundle, findings);
    this.trust = trust;
  }

  /** Whether this folder is a proof handed over, and no archive. */
  public static boolean isBundle(Path folder) {
    return Files.exists(folder.resolve(Checksums.FILE))
        && !Files.exists(folder.resolve(ArchiveDescription.FILE))
        && !Files.exists(folder.resolve(LogChecker.CHECKPOINT));
  }

  /** Checks the proof in a folder. */
  public static Report check(Path bundle, Trust trust) {
    return new BundleChecker(bundle, trust).check();
  }

  private Report check() {
    folder.forEachFile(this::measure);
    checkList();
    SignedNote note = CheckpointReader.read(folder, findings, CHECKPOINT);
    if (note != null) {
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      new SignatureChecker(findings, note, checkpoint, CHECKPOINT)
          .checkBundle(logKeys(checkpoint.origin()), trust);
      checkKept(checkpoint);
      checkEvents(note);
      noteTimestamps(note);
    }
    return Report.of(findings, trust.policy() != null, events, documents.size());
  }

  private void measure(String name) {
    MessageDigest digest = Digest.sha256();
    try (InputStream in = Files.newInputStream(folder.path(name));
        DigestInputStream hashed = new DigestInputStream(in, digest)) {
      long size = hashed.transferTo(java.io.OutputStream.nullOutputStream());
      files.put(name, new Measured(Digest.of(digest), size));
    } catch (IOException e) {
      findings.add(FindingCode.FILE_UNREADABLE, name, e.toString());
    }
  }

  private void checkList() {
    byte[] bytes = folder.read(Checksums.FILE, Checksums.LARGEST_BYTES);
    Checksums list;
    try {
      list = Checksums.parse(bytes == null ? new byte[0] : bytes);
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      findings.add(FindingCode.BUNDLE_FILE, Checksums.FILE, why);
      return;
    }
    list.files()
        .forEach(
            (name, digest) -> {
              Measured found = files.get(name);
              if (found == null) {
                findings.add(FindingCode.BUNDLE_FILE, name, "it is missing");
              } else if (!found.digest().equals(digest)) {
                findings.add(FindingCode.BUNDLE_FILE, name, "it was altered");
              }
            });
    for (String name : files.keySet()) {
      if (!name.equals(Checksums.FILE) && !list.files().containsKey(name)) {
        findings.add(FindingCode.BUNDLE_FILE, name, "it is not listed");
      }
    }
  }

  /** The keys by which the log has to have signed. */
  private List<VerifierKey> logKeys(String origin) {
    List<VerifierKey> keys = new ArrayList<>();
    for (String name : files.keySet()) {
      if (!name.startsWith("keys/")) {
        continue;
      }
      KeyAdded key = key(name);
      if (key == null) {
        findings.add(FindingCode.KEY_ALTERED, name);
      } else if (key.role() == KeyRole.LOG) {
        if (!key.key().name().equals(origin)) {
          findings.add(FindingCode.KEY_ROLE, name, key.key().name());
        }
        keys.add(key.key());
      }
    }
    if (keys.isEmpty()) {
      findings.add(FindingCode.SIGNATURE_MISSING, CHECKPOINT, "the bundle names no key of the log");
    }
    return keys;
  }

  private @Nullable KeyAdded key(String name) {
    byte[] bytes = folder.read(name, LONGEST_KEY_BYTES);
    Matcher role = KEY_NAME.matcher(name);
    if (bytes == null || !role.matches()) {
      return null;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      VerifierKey key = VerifierKey.parse(text.stripTrailing());
      KeyRole meant = KeyRole.valueOf(role.group(1).toUpperCase(Locale.ROOT));
      KeyAdded added = new KeyAdded(key, meant, "");
      return name.equals("keys/" + added.fileName()) && text.equals(key + "\n") ? added : null;
    } catch (MalformedLogException e) {
      return null;
    }
  }

  private void checkKept(Checkpoint checkpoint) {
    Checkpoint kept = trust.kept();
    if (kept == null) {
      return;
    }
    boolean another = !kept.origin().equals(checkpoint.origin());
    boolean split = kept.size() == checkpoint.size() && !kept.root().equals(checkpoint.root());
    if (another || split) {
      findings.add(FindingCode.CHECKPOINT_FORKED, CHECKPOINT, kept.origin());
    }
  }

  private void checkEvents(SignedNote note) {
    for (String name : files.keySet()) {
      if (name.startsWith(EVENTS) && name.endsWith(JSON)) {
        checkEvent(name, note);
      }
    }
    if (events == 0) {
      findings.add(FindingCode.BUNDLE_EVENT, "events", "no event is shown");
    }
    for (String name : files.keySet()) {
      if (name.startsWith(EVENTS) && !name.endsWith(JSON) && !accounted.contains(name)) {
        findings.add(FindingCode.BUNDLE_EVENT, name, "it belongs to no event");
      } else if (name.startsWith(OBJECTS) && !accounted.contains(name)) {
        findings.add(FindingCode.BUNDLE_OBJECT, name, "no event that is shown brought it in");
      }
    }
  }

  private void checkEvent(String name, SignedNote note) {
    String number = name.substring(EVENTS.length(), name.length() - JSON.length());
    String proofName = EVENTS + number + PROOF;
    accounted.add(proofName);
    BundleEvent event;
    try {
      byte[] bytes = folder.read(name, LARGEST_EVENT_BYTES);
      event = BundleEvent.parse(bytes == null ? new byte[0] : bytes);
      if (!INDEX.matcher(number).matches() || event.index() != Long.parseLong(number)) {
        throw new IllegalArgumentException("it is of event " + event.index());
      }
      checkObject(event);
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      findings.add(FindingCode.BUNDLE_EVENT, name, why);
      return;
    }
    events++;
    byte[] bytes = folder.read(proofName, InclusionProof.LARGEST_BYTES);
    String wrong = wrong(bytes, event, note);
    if (wrong != null) {
      findings.add(FindingCode.BUNDLE_PROOF, proofName, event.index(), wrong);
    }
  }

  /** Why these bytes do not show the event to be in the log; null where they do. */
  private static @Nullable String wrong(
      byte @Nullable [] bytes, BundleEvent event, SignedNote note) {
    if (bytes == null) {
      return "it is missing";
    }
    try {
      InclusionProof proof = InclusionProof.parse(bytes);
      if (proof.index() != event.index()) {
        return "it is of event " + proof.index();
      }
      if (!proof.checkpoint().equals(note)) {
        return "it is for another state of the log";
      }
      return proof.holds(event.entry().bytes()) ? null : "the hashes do not lead to the root";
    } catch (MalformedLogException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The bytes that an event brought in, where it tells which and they are here. */
  private void checkObject(BundleEvent event) {
    Json named = event.value("digest");
    Json stated = event.value("size");
    long size = stated == null ? -1 : stated.asWhole();
    if (named == null) {
      return;
    }
    Digest digest = Digest.parse(named.asText());
    String name = OBJECTS + FolderVault.pathOf(digest);
    Measured found = files.get(name);
    if (found == null) {
      return;
    }
    accounted.add(name);
    documents.add(digest);
    String object = digest.toString();
    if (!found.digest().equals(digest)) {
      findings.add(FindingCode.BUNDLE_OBJECT, name, event.index(), object, "they were altered");
    } else if (size >= 0 && size != found.size()) {
      String difference = found.size() + " bytes, not " + size;
      findings.add(FindingCode.BUNDLE_OBJECT, name, event.index(), object, difference);
    }
  }

  private void noteTimestamps(SignedNote note) {
    for (String name : files.keySet()) {
      Matcher stamp = TimestampNames.IN_BUNDLE.matcher(name);
      if (stamp.matches()) {
        TimestampNames.note(findings, name, note.text());
      }
    }
  }
}
