package org.tamga.tlog;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.keyring.SecretKey;
import org.tamga.tlog.SignedNote.NoteSignature;

/** What a witness needs from outside, made for one test: two keys, and a memory that is a map. */
public final class TestWitness implements Cosigner, WitnessMemory {
  /** When all test witnesses sign. */
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final List<SecretKey> keys;

  /** What is remembered, by origin. */
  private final Map<String, SignedNote> remembered = new HashMap<>();

  /** What was kept as evidence. */
  final List<Contradiction> evidence = new ArrayList<>();

  /** A witness of this name with new keys. */
  public TestWitness(String name) {
    SecureRandom random = new SecureRandom();
    this.keys =
        List.of(
            SecretKey.generate(name, SignatureType.ED25519_COSIGNATURE, random),
            SecretKey.generate(name, SignatureType.ML_DSA_44_COSIGNATURE, random));
  }

  /** A witness that watches these logs with this memory. */
  public Witness watching(WitnessMemory memory, VerifierKey... logs) {
    return new Witness(List.of(logs), this, memory, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  /** A witness that watches these logs and remembers in a map. */
  public Witness watching(VerifierKey... logs) {
    return watching(this, logs);
  }

  @Override
  public List<VerifierKey> keys() {
    return keys.stream().map(SecretKey::verifierKey).toList();
  }

  @Override
  public List<NoteSignature> cosign(Checkpoint checkpoint, long timeSeconds) {
    return keys.stream().map(key -> key.cosign(checkpoint, timeSeconds)).toList();
  }

  @Override
  public synchronized @Nullable SignedNote recall(String origin) {
    return remembered.get(origin);
  }

  @Override
  public synchronized void remember(String origin, SignedNote note) {
    remembered.put(origin, note);
  }

  @Override
  public synchronized void keep(Contradiction contradiction) {
    evidence.add(contradiction);
  }
}
