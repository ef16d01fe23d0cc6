package org.tamga.custody;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.Digest;

/**
 * Something that happened to an archive or to a document in it.
 *
 * <p>The kinds and their fields are those of docs/spec/events.md. Times are RFC 3339 in UTC.
 */
public sealed interface CustodyEvent {
  /** What sort of event this is. */
  EventKind kind();

  /** What it says, by the names of the specification, without signature and padding. */
  SortedMap<String, Json> fields();

  /** The log index that it speaks of, for the kinds that name one. */
  default OptionalLong index() {
    return OptionalLong.empty();
  }

  /**
   * The archive was made.
   *
   * @param archive digest of {@code archive.json}
   */
  record Created(Digest archive, String time, String program) implements CustodyEvent {
    @Override
    public EventKind kind() {
      return EventKind.CREATED;
    }

    @Override
    public SortedMap<String, Json> fields() {
      return texts("archive", archive.toString(), "time", time, "program", program);
    }
  }

  /** What a key is for. */
  enum KeyRole {
    /** Signs the log's checkpoints. */
    LOG,
    /** Signs one person's decisions. */
    PERSON,
    /** Signs that it saw the log's checkpoints. */
    WITNESS;

    /** How it is written. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A public key is in use from here on. */
  record KeyAdded(VerifierKey key, KeyRole role, String time) implements CustodyEvent {
    @Override
    public EventKind kind() {
      return EventKind.KEY_ADDED;
    }

    @Override
    public SortedMap<String, Json> fields() {
      return texts("key", key.toString(), "role", role.word(), "time", time);
    }

    /** Name of the file in {@code keys/} that holds this key. */
    public String fileName() {
      return fileName(role, key.keyId());
    }

    static String fileName(KeyRole role, String keyId) {
      return role.word() + "-" + keyId + ".vkey";
    }
  }

  /**
   * A document came in.
   *
   * @param digest of its bytes
   * @param size in bytes
   * @param name what the file was called
   * @param path where it stood below the folder that was given
   * @param received when, by this machine's clock
   * @param program which program took it in
   * @param run which run of it, a random number in hex
   * @param particulars what people said of it
   * @param handling how it may be used; null where nobody said
   */
  record Acquired(
      Digest digest,
      long size,
      FileName name,
      FileName path,
      String received,
      String program,
      String run,
      Particulars particulars,
      @Nullable Handling handling)
      implements CustodyEvent {
    @Override
    public EventKind kind() {
      return EventKind.ACQUIRED;
    }

    @Override
    public SortedMap<String, Json> fields() {
      SortedMap<String, Json> fields =
          texts("digest", digest.toString(), "received", received, "program", program);
      fields.put("run", Json.text(run));
      fields.put("size", Json.whole(size));
      fields.put("name", name.json());
      fields.put("path", path.json());
      particulars.values().forEach((key, value) -> fields.put(key, Json.text(value)));
      if (handling != null) {
        fields.put("handling", handling.json());
      }
      return fields;
    }

    /** How the document may be used; {@link Handling#OPEN} where nobody said. */
    public Handling handlingOrOpen() {
      return Objects.requireNonNullElse(handling, Handling.OPEN);
    }
  }

  /** How two documents belong together. */
  enum Relation {
    /** A later or earlier state of the same thing. */
    VERSION_OF("versionOf"),
    /** The same in another language. */
    TRANSLATION_OF("translationOf");

    private final String word;

    Relation(String word) {
      this.word = word;
    }

    /** How it is written. */
    public String word() {
      return word;
    }
  }

  /** The document {@code digest} stands in this relation to the document {@code other}. */
  record Linked(Digest digest, Relation relation, Digest other, String time)
      implements CustodyEvent {
    @Override
    public EventKind kind() {
      return EventKind.LINKED;
    }

    @Override
    public SortedMap<String, Json> fields() {
      SortedMap<String, Json> fields =
          texts("digest", digest.toString(), "relation", relation.word(), "time", time);
      fields.put("other", Json.text(other.toString()));
      return fields;
    }
  }

  /**
   * A person's act upon an earlier event: to withhold it, to release it, or to destroy it.
   *
   * @param kind one of the three
   * @param about log index of the earlier event
   */
  record Removal(EventKind kind, long about, String time, String reason) implements CustodyEvent {
    public Removal {
      if (!kind.namesIndex()) {
        throw new IllegalArgumentException(kind + " does not speak of another event");
      }
    }

    @Override
    public OptionalLong index() {
      return OptionalLong.of(about);
    }

    @Override
    public SortedMap<String, Json> fields() {
      return texts("time", time, "reason", reason);
    }
  }

  /**
   * A person decided about an annotation.
   *
   * @param digest the document's
   * @param annotation the annotation's id
   * @param decision what was decided
   * @param reason why; null where no reason was given
   * @param correction what it should say; null where nothing is corrected
   */
  record Decided(
      Digest digest,
      String annotation,
      String decision,
      String time,
      @Nullable String reason,
      @Nullable String correction)
      implements CustodyEvent {
    @Override
    public EventKind kind() {
      return EventKind.DECIDED;
    }

    @Override
    public SortedMap<String, Json> fields() {
      SortedMap<String, Json> fields =
          texts("digest", digest.toString(), "annotation", annotation, "decision", decision);
      fields.put("time", Json.text(time));
      if (reason != null) {
        fields.put("reason", Json.text(reason));
      }
      if (correction != null) {
        fields.put("correction", Json.text(correction));
      }
      return fields;
    }
  }

  /**
   * What was lost or damaged was put back from a copy.
   *
   * <p>Documents are named by their events and not by digest: a digest would still be told after
   * the document is destroyed.
   *
   * @param events indexes of the events whose documents' bytes were put back, ascending
   * @param files paths of other files of the archive that were put back, sorted
   */
  record Repaired(List<Long> events, List<String> files, String time, String program)
      implements CustodyEvent {
    /** More in one event would make a line that is long to read. */
    public static final int MOST_PIECES = 10_000;

    public Repaired {
      events = List.copyOf(events);
      files = List.copyOf(files);
      int count = events.size() + files.size();
      if (count == 0
          || count > MOST_PIECES
          || !events.equals(List.copyOf(new TreeSet<>(events)))
          || !files.equals(List.copyOf(new TreeSet<>(files)))) {
        throw new IllegalArgumentException("what was repaired is not listed in order, or nothing");
      }
    }

    @Override
    public EventKind kind() {
      return EventKind.REPAIRED;
    }

    @Override
    public SortedMap<String, Json> fields() {
      SortedMap<String, Json> fields = texts("time", time, "program", program);
      fields.put("count", Json.whole(events.size() + files.size()));
      fields.put("events", new Json.Array(events.stream().<Json>map(Json::whole).toList()));
      fields.put("files", new Json.Array(files.stream().<Json>map(Json::text).toList()));
      return fields;
    }
  }

  /**
   * A key is in use no more: another took its place, or it is lost.
   *
   * @param successor the key in its place; a key of the log has one
   * @param checkpoint a state of the log that has the successor, signed by both keys, as its file
   *     had it; null where the key is lost and could not sign
   */
  record KeyClosed(
      VerifierKey key,
      @Nullable VerifierKey successor,
      @Nullable String checkpoint,
      String time,
      String reason)
      implements CustodyEvent {
    @Override
    public EventKind kind() {
      return EventKind.KEY_CLOSED;
    }

    @Override
    public SortedMap<String, Json> fields() {
      SortedMap<String, Json> fields = texts("key", key.toString(), "time", time, "reason", reason);
      putIfThere(fields, "successor", successor);
      putIfThere(fields, "checkpoint", checkpoint);
      return fields;
    }
  }

  /**
   * Somebody else has a key: what it signed from some event on counts for nothing.
   *
   * @param from log index of the first event, or size of the first state, whose signature by this
   *     key does not count; the key is closed in any case
   * @param successor the key in its place; a key of the log that was in use has one
   * @param checkpoint the state of the log before this event, with its cosignatures
   */
  record KeyRevoked(
      VerifierKey key,
      long from,
      @Nullable VerifierKey successor,
      @Nullable String checkpoint,
      String time,
      String reason)
      implements CustodyEvent {
    /** Name and id of the key, as {@link EventSignature#signer} tells them. */
    public String signer() {
      return key.name() + " " + key.keyId();
    }

    @Override
    public EventKind kind() {
      return EventKind.KEY_REVOKED;
    }

    @Override
    public SortedMap<String, Json> fields() {
      SortedMap<String, Json> fields = texts("key", key.toString(), "time", time, "reason", reason);
      fields.put("from", Json.whole(from));
      putIfThere(fields, "successor", successor);
      putIfThere(fields, "checkpoint", checkpoint);
      return fields;
    }
  }

  private static void putIfThere(
      SortedMap<String, Json> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, Json.text(value.toString()));
    }
  }

  /**
   * The event that an entry and its fields make, or {@link IllegalArgumentException} where they
   * make none.
   *
   * @param fields what was disclosed, without signature and padding
   */
  static CustodyEvent parse(Entry entry, Map<String, Json> fields) {
    CustodyEvent event;
    try {
      event = EventFields.read(entry, new TreeMap<>(fields));
    } catch (MalformedLogException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    if (!event.fields().equals(fields)) {
      throw new IllegalArgumentException("fields that a " + entry.kind().word() + " has not");
    }
    return event;
  }

  private static SortedMap<String, Json> texts(String... namesAndTexts) {
    TreeMap<String, Json> fields = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields.put(namesAndTexts[i], Json.text(namesAndTexts[i + 1]));
    }
    return fields;
  }
}
