package org.tamga.verify;

/**
 * What can be found in an archive: stable names that scripts may rely on.
 *
 * <p>docs/spec/verify.md, "Findings" and "Notes", says for each what to do.
 */
public enum FindingCode {
  ARCHIVE_MISSING("there is no archive.json; if init was interrupted, remove the folder"),
  ARCHIVE_MALFORMED("archive.json is not in the one form that it may have"),
  ARCHIVE_ALTERED("archive.json is not the one that the first event sealed"),
  FILE_UNEXPECTED("a link or a device, not a file; it was not followed"),
  FILE_UNREADABLE("the system refuses to read this"),
  CHECKPOINT_MISSING("there is no signed state of the log; nothing can be checked without it"),
  CHECKPOINT_MALFORMED("not a signed state of a log; nothing can be checked without it"),
  CHECKPOINT_ORIGIN("not a state of the log that archive.json names"),
  CHECKPOINT_ROOT("the entries do not give the root hash that was signed"),
  CHECKPOINT_ROLLED_BACK("the log is smaller than it was: later events were cut off"),
  CHECKPOINT_FORKED("the log does not continue the checkpoint that was kept: two histories"),
  SIGNATURE_MISSING("a key of the log has not signed"),
  SIGNATURE_INVALID("a signature does not hold"),
  SIGNATURE_UNKNOWN("signed by a key that nobody named"),
  SIGNATURE_REPEATED("one key has signed twice"),
  SIGNATURE_CLOSED("signed by a key that was in use no more"),
  SIGNATURE_REVOKED(
      "signed by a key that is revoked from here or earlier on: it counts for nothing"),
  POLICY_LOG_KEY("no log key that the policy trusts has signed: this may be another archive"),
  POLICY_RECOVERY(
      "a lost or revoked key has a successor, and no witness of the policy vouches for it"),
  POLICY_QUORUM("too few of the policy's witnesses have signed"),
  TILE_MISSING("the size of the log asks for this file, and it is not there"),
  TILE_MALFORMED("not a bundle of as many entries as its name says"),
  TILE_ALTERED("the hashes are not those of the entries"),
  TILE_UNEXPECTED("no size of the log asks for this file; perhaps events were cut off"),
  ENTRY_ALTERED("not the entry that was sealed"),
  ENTRY_MALFORMED("not one of the kinds of entry, but it was sealed so"),
  ENTRY_REPEATED("two entries of the log are equal"),
  DISCLOSURE_MISSING("what this event says is not there"),
  DISCLOSURE_MALFORMED("what this event says is not in the one form that it may have"),
  DISCLOSURE_ALTERED("what this event says is not what was sealed"),
  DISCLOSURE_UNEXPECTED("no event of the log says this; perhaps events were cut off"),
  DISCLOSURE_ERASED("what this event says was erased, though it was never destroyed"),
  DESTRUCTION_UNFINISHED("the log says destroyed, but it is still there"),
  EVENT_MALFORMED("does not say what an event of its kind must say, but it was sealed so"),
  EVENT_ORDER("a log begins with created, its two keys and its keeper's; created stands once"),
  EVENT_REFERENCE("speaks of an event that can be neither withheld nor destroyed"),
  KEY_MISSING("the file of a key in use is not there"),
  KEY_ALTERED("not the key that the log names"),
  KEY_UNEXPECTED("no event names this key"),
  KEY_ROLE("a key whose type or name does not fit its role"),
  KEY_REFERENCE("closes or revokes a key that it cannot, or names a successor that cannot be one"),
  KEY_HANDOVER("the state of the log that it holds is none, or not signed by both keys"),
  OBJECT_MISSING("the bytes of a document are not there, and no event says why"),
  OBJECT_ALTERED("the bytes of this document are not the ones that were sealed"),
  OBJECT_UNEXPECTED("no event brought these bytes in; perhaps events were cut off"),
  OBJECT_SIZE("the bytes are the right ones, but an event states another size"),
  JOURNAL_MALFORMED("the journal is not in its one form, or does not continue this log"),
  ARRIVAL_MALFORMED("the checkpoint to come is none, or does not continue this log"),
  TIMESTAMP_UNEXPECTED("no time stamp of a state of this log; perhaps events were cut off"),
  BUNDLE_FILE("missing, altered or not listed in SHA256SUMS, or that list is malformed"),
  BUNDLE_EVENT("malformed, or a field is not one of its entry"),
  BUNDLE_PROOF("does not show the event to be in the log of this checkpoint"),
  BUNDLE_OBJECT("not the bytes that the events name, or of another size"),

  /** A note. */
  WITHHELD("not to be shown to others; its bytes may be absent", true),
  /** A note. */
  DESTROYED("what this event said, and what it alone brought in, was taken away", true),
  /** A note. */
  KEY_CLOSED("in use no more; where it was a key of the log, it signed its successor in", true),
  /** A note. */
  KEY_RECOVERED("in use no more and did not sign its successor in: a person did", true),
  /** A note. */
  KEY_REVOKED("somebody else has this key; from the index stated on it counts for nothing", true),
  /** A note. */
  REVOKED_ORDER(
      "that this key's earlier signatures came before, only the log's own order says; a"
          + " checkpoint from then, kept, cosigned or stamped, would show it",
      true),
  /** A note. */
  UNFINISHED("a batch is being written or was interrupted; its events are not sealed", true),
  /** A note. */
  TIMESTAMP_NOT_CHECKED("a time stamp, not checked here; this checks it", true),
  /** A note. */
  LEFTOVER("was still being written; no evidence", true);

  private final String words;
  private final boolean note;

  FindingCode(String words) {
    this(words, false);
  }

  FindingCode(String words, boolean note) {
    this.words = words;
    this.note = note;
  }

  /** What it means, for a person. */
  public String words() {
    return words;
  }

  /** Whether it only informs, and the archive is none the worse for it. */
  public boolean isNote() {
    return note;
  }
}
