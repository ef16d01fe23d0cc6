package org.tamga.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.WitnessMemory.Contradiction;

/**
 * Somebody outside who signs each new state of a log, if it continues the state signed before.
 *
 * <p>C2SP tlog-witness; docs/spec/witness.md. For each log, comparing with the latest state,
 * storing the new one and answering are one step. Safe for use by many threads.
 */
public final class Witness {
  private static final int LONGEST_ORIGIN_BYTES = 255;

  /** One log: its keys, and what was cosigned last. Its monitor is held for each step. */
  private static final class Watched {
    final List<VerifierKey> keys = new ArrayList<>();
    boolean known;
    @Nullable SignedNote held;
  }

  private final Map<String, Watched> logs;
  private final Map<String, String> origins;
  private final Cosigner cosigner;
  private final WitnessMemory memory;
  private final InstantSource clock;

  /**
   * A witness of the logs that have these keys.
   *
   * @param logKeys each is a key of the log whose origin is the key's name
   * @throws MalformedLogException where the name of one cannot be cosigned
   */
  public Witness(
      Collection<VerifierKey> logKeys,
      Cosigner cosigner,
      WitnessMemory memory,
      InstantSource clock) {
    Map<String, Watched> watched = new LinkedHashMap<>();
    Map<String, String> hashes = new HashMap<>();
    for (VerifierKey key : logKeys) {
      if (key.name().getBytes(StandardCharsets.UTF_8).length > LONGEST_ORIGIN_BYTES) {
        throw new MalformedLogException("a log's name of more than 255 bytes");
      }
      Watched log = watched.computeIfAbsent(key.name(), none -> new Watched());
      if (!log.keys.contains(key)) {
        log.keys.add(key);
      }
      hashes.put(originHash(key.name()), key.name());
    }
    this.logs = watched;
    this.origins = Map.copyOf(hashes);
    this.cosigner = cosigner;
    this.memory = memory;
    this.clock = clock;
  }

  /** The name under which a witness hands out the state of a log: 64 hex digits. */
  public static String originHash(String origin) {
    byte[] bytes = origin.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(TreeHash.sha256().digest(bytes));
  }

  /** The names of the logs that are watched. */
  public List<String> origins() {
    return List.copyOf(logs.keySet());
  }

  /** Reads what is remembered of every log, so that what cannot be read is known at once. */
  public void recallAll() throws IOException {
    for (Map.Entry<String, Watched> log : logs.entrySet()) {
      synchronized (log.getValue()) {
        held(log.getValue(), log.getKey());
      }
    }
  }

  /**
   * Judges a submission; a state that is cosigned is stored before this returns.
   *
   * @param body the request, at most {@link WitnessRequest#LARGEST_BYTES} bytes
   * @throws IOException where the state could not be stored: then nothing was cosigned
   */
  public Verdict submit(byte[] body) throws IOException {
    WitnessRequest request;
    try {
      request = WitnessRequest.parse(body);
    } catch (MalformedLogException e) {
      return new Verdict.Malformed(String.valueOf(e.getMessage()));
    }
    Checkpoint next = request.checkpoint();
    Watched log = logs.get(next.origin());
    if (log == null) {
      return new Verdict.UnknownLog();
    }
    List<NoteSignature> signed = new ArrayList<>();
    for (NoteSignature line : request.note().signatures()) {
      for (VerifierKey key : log.keys) {
        if (line.names(key) && !next.isSignedBy(key, line)) {
          return new Verdict.NotSigned("a signature by a key of the log does not hold");
        }
        if (line.names(key) && !signed.contains(line)) {
          signed.add(line);
        }
      }
    }
    if (signed.isEmpty()) {
      return new Verdict.NotSigned("no key that this witness knows has signed");
    }
    if (request.oldSize() > next.size()) {
      return new Verdict.Malformed("an old size larger than the checkpoint's");
    }
    synchronized (log) {
      return judge(log, request, next, signed);
    }
  }

  private Verdict judge(
      Watched log, WitnessRequest request, Checkpoint next, List<NoteSignature> signed)
      throws IOException {
    SignedNote held = held(log, next.origin());
    Checkpoint last =
        held == null
            ? new Checkpoint(next.origin(), 0, TreeHash.ofEmptyTree())
            : Checkpoint.parse(held.text());
    Contradiction contradiction = new Contradiction(request, held);
    if (request.oldSize() != last.size()) {
      if (contradiction.isFork()) {
        memory.keep(contradiction);
      }
      return new Verdict.OtherSize(last.size());
    }
    if (!continues(last, next, request.proof())) {
      memory.keep(contradiction);
      return new Verdict.Inconsistent("this does not continue the checkpoint cosigned last");
    }
    // A time of 0 would mean that none is stated.
    long now = Math.max(1, clock.instant().getEpochSecond());
    List<NoteSignature> cosignatures = cosigner.cosign(next, now);
    List<NoteSignature> all = new ArrayList<>(signed);
    all.addAll(cosignatures);
    SignedNote note = new SignedNote(request.note().text(), all);
    // If storing fails, only the disk knows what is stored: it is asked before the next step.
    log.known = false;
    memory.remember(next.origin(), note);
    log.held = note;
    log.known = true;
    return new Verdict.Cosigned(cosignatures);
  }

  /** Every log continues the empty one without a proof; all else has to be shown. */
  private static boolean continues(Checkpoint last, Checkpoint next, List<TreeHash> proof) {
    if (next.size() == 0 && !next.root().equals(TreeHash.ofEmptyTree())) {
      return false;
    }
    return last.size() == 0
        ? proof.isEmpty()
        : Proof.holdsConsistency(last.size(), next.size(), last.root(), next.root(), proof);
  }

  private @Nullable SignedNote held(Watched log, String origin) throws IOException {
    if (!log.known) {
      log.held = memory.recall(origin);
      log.known = true;
    }
    return log.held;
  }

  /**
   * The latest state cosigned of the log with this {@link #originHash}, with the log's signatures
   * and the cosignatures; empty where there is none.
   */
  public Optional<SignedNote> latest(String originHash) throws IOException {
    String origin = origins.get(originHash);
    Watched log = origin == null ? null : logs.get(origin);
    if (origin == null || log == null) {
      return Optional.empty();
    }
    synchronized (log) {
      return Optional.ofNullable(held(log, origin));
    }
  }
}
