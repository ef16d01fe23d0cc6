package org.tamga.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log sends to a witness: its new state, and the proof that it continues the one before.
 *
 * <p>The body of C2SP tlog-witness {@code add-checkpoint}; docs/spec/witness.md.
 *
 * @param oldSize size of the log that the witness cosigned last, in entries
 * @param proof hashes that show the new state to continue the old one
 * @param note the new checkpoint with the log's signatures
 */
public record WitnessRequest(long oldSize, List<TreeHash> proof, SignedNote note) {
  /** Most hashes in a proof: a tree has no more levels. */
  public static final int MOST_HASHES = 63;

  /** Largest request in bytes: sixteen post-quantum signatures and a proof fit twice over. */
  public static final int LARGEST_BYTES = 1 << 17;

  private static final Pattern OLD_SIZE = Pattern.compile("old (0|[1-9][0-9]{0,17})");

  public WitnessRequest {
    proof = List.copyOf(proof);
    if (oldSize < 0 || proof.size() > MOST_HASHES) {
      throw new MalformedLogException("an old size below 0 or a proof of " + proof.size());
    }
    Checkpoint.parse(note.text());
  }

  /** The request in these bytes, or {@link MalformedLogException} where they are not canonical. */
  public static WitnessRequest parse(byte[] bytes) {
    if (bytes.length > LARGEST_BYTES) {
      throw new MalformedLogException("a request of " + bytes.length + " bytes is too large");
    }
    int blank = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\n\n");
    if (blank < 0) {
      throw new MalformedLogException("a request without an empty line");
    }
    String[] lines = new String(bytes, 0, blank, StandardCharsets.ISO_8859_1).split("\n", -1);
    Matcher old = OLD_SIZE.matcher(lines[0]);
    if (!old.matches()) {
      throw new MalformedLogException("a request begins with old and a size");
    }
    if (lines.length - 1 > MOST_HASHES) {
      throw new MalformedLogException("a proof of more than " + MOST_HASHES + " hashes");
    }
    List<TreeHash> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      proof.add(TreeHash.of(StrictBase64.decode(lines[i])));
    }
    SignedNote note = SignedNote.parse(Arrays.copyOfRange(bytes, blank + 2, bytes.length));
    return new WitnessRequest(Long.parseLong(old.group(1)), proof, note);
  }

  /** The new state. */
  public Checkpoint checkpoint() {
    return Checkpoint.parse(note.text());
  }

  /** The request as bytes, which {@link #parse} reads back. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder("old ").append(oldSize).append('\n');
    proof.forEach(hash -> head.append(StrictBase64.encode(hash.bytes())).append('\n'));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(note.bytes());
    return out.toByteArray();
  }
}
