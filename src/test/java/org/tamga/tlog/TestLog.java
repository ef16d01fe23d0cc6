package org.tamga.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.keyring.SecretKey;
import org.tamga.tlog.SignedNote.NoteSignature;

/**
 * A small log with its key, of which every size can be signed and every proof made; its forks share
 * the key and the first entries.
 */
public final class TestLog {
  /** Its name. */
  public static final String ORIGIN = "example.org/harbour-log";

  private final SecretKey key;
  private final List<byte[]> entries;

  private TestLog(SecretKey key, List<byte[]> entries) {
    this.key = key;
    this.entries = entries;
  }

  /** A log of up to 256 entries, always the same one. */
  public static TestLog of(int size) {
    return of(ORIGIN, size);
  }

  /** The same entries under another name. */
  public static TestLog of(String origin, int size) {
    byte[] seed = new byte[SecretKey.SEED_BYTES];
    Arrays.fill(seed, (byte) 7);
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(("boat " + i + " came in").getBytes(StandardCharsets.UTF_8));
    }
    return new TestLog(SecretKey.fromSeed(origin, SignatureType.ED25519, seed), entries);
  }

  /** The same log up to {@code common} entries, and another history from there on. */
  public TestLog forkAfter(int common, String history) {
    List<byte[]> other = new ArrayList<>(entries.subList(0, common));
    for (int i = common; i < entries.size(); i++) {
      other.add((history + " " + i).getBytes(StandardCharsets.UTF_8));
    }
    return new TestLog(key, other);
  }

  /** Its public key. */
  public VerifierKey key() {
    return key.verifierKey();
  }

  /** Its state when it had this many entries. */
  public Checkpoint checkpoint(int size) {
    CompactRange range = new CompactRange();
    entries.subList(0, size).forEach(entry -> range.append(TreeHash.ofLeaf(entry)));
    return new Checkpoint(key().name(), size, range.root());
  }

  /** That state with the log's signature. */
  public SignedNote note(int size) {
    return sign(checkpoint(size));
  }

  /** Any checkpoint with the log's signature. */
  public SignedNote sign(Checkpoint checkpoint) {
    byte[] raw = key.sign(checkpoint.messageFor(key(), 0));
    return new SignedNote(checkpoint.text(), List.of(NoteSignature.of(key(), raw)));
  }

  /** The proof that the log of one size continues that of another. */
  public List<TreeHash> proof(int oldSize, int size) {
    TileTree tree = new TileTree(size, this::tile);
    try {
      return tree.consistencyProof(oldSize);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] tile(Tile tile) {
    byte[] bytes = new byte[tile.width() * TreeHash.LENGTH_BYTES];
    for (int i = 0; i < tile.width(); i++) {
      byte[] hash = TreeHash.ofLeaf(entries.get(i)).bytes();
      System.arraycopy(hash, 0, bytes, i * hash.length, hash.length);
    }
    return bytes;
  }

  /** An honest request. */
  public WitnessRequest request(int oldSize, int size) {
    return new WitnessRequest(oldSize, proof(oldSize, size), note(size));
  }
}
