package org.tamga.intake;

/**
 * What became of every file of one run: the figures must add up.
 *
 * <p>{@code in = sealed + alreadySealed + failed + excluded}; {@code documents = read + notRead}.
 *
 * @param sealed files whose bytes are new to the archive
 * @param alreadySealed files whose bytes the archive had already; the acquisition is logged
 * @param failed files that could not be taken in
 * @param excluded files left out by rule
 * @param read documents whose text could be read
 * @param notRead documents that are sealed, but not read
 */
public record Ledger(
    long sealed, long alreadySealed, long failed, long excluded, long read, long notRead) {
  /** Nothing yet. */
  public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0, 0);

  /** Files found under the paths that were given. */
  public long in() {
    return sealed + alreadySealed + failed + excluded;
  }

  /** Documents, those within containers included. */
  public long documents() {
    return read + notRead;
  }
}
