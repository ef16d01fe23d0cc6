package org.tamga.vault;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;

/**
 * Keeps the bytes of documents exactly as they were received.
 *
 * <p>New bytes are first {@linkplain #stage staged} (copied and hashed in one pass, not yet
 * visible) and then {@linkplain #keep kept} under their digest. An interface, so that a later vault
 * may encrypt what it keeps.
 */
public interface Vault {
  /**
   * Copies a stream to the side while computing its digest; needs no more memory for a large file
   * than for a small one.
   */
  Staged stage(InputStream bytes) throws IOException;

  /** Makes the staged bytes survive a loss of power, still under their passing names. */
  void secure(Collection<Staged> staged) throws IOException;

  /** Gives staged bytes their lasting names; what is there already stays. */
  void keep(Collection<Staged> staged) throws IOException;

  /** Throws staged bytes away. */
  void discard(Staged staged) throws IOException;

  /** Whether bytes with this digest are kept. */
  boolean contains(Digest digest);

  /** Opens kept bytes; {@link java.nio.file.NoSuchFileException} where there are none. */
  InputStream open(Digest digest) throws IOException;

  /** Takes kept bytes away for good. */
  void destroy(Digest digest) throws IOException;

  /** Throws away whatever an interrupted run left staged, but for the names given. */
  void discardLeftovers(Collection<String> exceptNames) throws IOException;

  /**
   * Bytes that were copied in and hashed, waiting to be kept.
   *
   * @param digest their digest
   * @param size how many bytes
   * @param name their passing name within the vault
   */
  record Staged(Digest digest, long size, String name) {}
}
