package org.tamga.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The state of a log at one moment: how many entries, and one hash over all of them.
 *
 * <p>C2SP tlog-checkpoint; Tamga writes no extension lines and keeps those that it reads.
 *
 * @param origin the name of the log
 * @param size number of entries
 * @param root the root hash over them
 * @param extensions further lines, opaque
 */
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final int LONGEST_SIGNED_NAME_BYTES = 255;
  private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (origin.isEmpty() || origin.contains("\n") || size < 0) {
      throw new MalformedLogException("not a checkpoint: origin or size missing");
    }
    if (extensions.stream().anyMatch(line -> line.isEmpty() || line.contains("\n"))) {
      throw new MalformedLogException("an extension line that is empty or more than one");
    }
  }

  /** A checkpoint without extension lines. */
  public Checkpoint(String origin, long size, TreeHash root) {
    this(origin, size, root, List.of());
  }

  /** The checkpoint in a note's text, or {@link MalformedLogException}. */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
      throw new MalformedLogException("a checkpoint has at least three lines");
    }
    if (!SIZE.matcher(lines[1]).matches()) {
      throw new MalformedLogException("not a tree size: " + lines[1]);
    }
    List<String> extensions = Arrays.asList(lines).subList(3, lines.length - 1);
    return new Checkpoint(
        lines[0], Long.parseLong(lines[1]), TreeHash.of(StrictBase64.decode(lines[2])), extensions);
  }

  /** The text that is signed, which {@link #parse} reads back. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n');
    text.append(StrictBase64.encode(root.bytes())).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /**
   * The bytes that a key of this type and name signs.
   *
   * @param timeSeconds seconds since 1970 for the types that state a time; otherwise ignored
   */
  public byte[] messageFor(VerifierKey key, long timeSeconds) {
    return switch (key.type()) {
      case ED25519 -> text().getBytes(StandardCharsets.UTF_8);
      case ED25519_COSIGNATURE ->
          ("cosignature/v1\ntime " + timeSeconds + "\n" + text()).getBytes(StandardCharsets.UTF_8);
      case ML_DSA_44_COSIGNATURE -> subtreeMessage(key.name(), timeSeconds);
    };
  }

  private byte[] subtreeMessage(String cosigner, long timeSeconds) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SUBTREE_LABEL);
    writeShort(out, cosigner);
    out.writeBytes(ByteBuffer.allocate(8).putLong(timeSeconds).array());
    writeShort(out, origin);
    out.writeBytes(ByteBuffer.allocate(16).putLong(0).putLong(size).array());
    out.writeBytes(root.bytes());
    return out.toByteArray();
  }

  private static void writeShort(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length > LONGEST_SIGNED_NAME_BYTES) {
      throw new MalformedLogException("a name of " + bytes.length + " bytes cannot be signed");
    }
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  /** Whether {@code signature} is a valid signature of this checkpoint by {@code key}. */
  public boolean isSignedBy(VerifierKey key, SignedNote.NoteSignature signature) {
    if (!signature.names(key)) {
      return false;
    }
    byte[] bytes = signature.bytes();
    int timeBytes = key.type().isTimestamped() ? 8 : 0;
    if (bytes.length != timeBytes + key.type().signatureBytes()) {
      return false;
    }
    long time = timeBytes == 0 ? 0 : ByteBuffer.wrap(bytes).getLong();
    byte[] raw = Arrays.copyOfRange(bytes, timeBytes, bytes.length);
    return time >= 0 && canBeCosignedBy(key) && key.verifies(messageFor(key, time), raw);
  }

  /** Names longer than a byte can count have no place in the message that ML-DSA keys sign. */
  private boolean canBeCosignedBy(VerifierKey key) {
    return key.type() != SignatureType.ML_DSA_44_COSIGNATURE
        || Math.max(utf8Length(origin), utf8Length(key.name())) <= LONGEST_SIGNED_NAME_BYTES;
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
