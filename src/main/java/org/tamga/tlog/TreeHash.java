package org.tamga.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The fingerprint of one entry, or of a whole part of the log.
 *
 * <p>A SHA-256 Merkle tree hash as RFC 6962 section 2.1 defines it: 32 bytes. Leaves and inner
 * nodes are hashed with different first bytes, so that one can never pass for the other.
 */
public final class TreeHash {
  /** Length of a hash in bytes. */
  public static final int LENGTH_BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private TreeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A hash from its 32 bytes. */
  public static TreeHash of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** A hash from 32 bytes within a larger array. */
  public static TreeHash of(byte[] bytes, int offset, int length) {
    if (length != LENGTH_BYTES) {
      throw new MalformedLogException("a tree hash has 32 bytes, not " + length);
    }
    return new TreeHash(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /** The hash of a log without entries. */
  public static TreeHash ofEmptyTree() {
    return new TreeHash(sha256().digest());
  }

  /** The hash of one entry. */
  public static TreeHash ofLeaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    digest.update(entry);
    return new TreeHash(digest.digest());
  }

  /** The hash of two neighbouring parts taken together. */
  public static TreeHash ofNode(TreeHash left, TreeHash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.bytes);
    digest.update(right.bytes);
    return new TreeHash(digest.digest());
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
