package org.tamga.custody;

import java.nio.file.Path;
import org.tamga.tlog.Tile;

/**
 * Where each thing stands in an archive's folder.
 *
 * <p>docs/spec/archive.md.
 *
 * @param folder the archive
 */
public record ArchiveLayout(Path folder) {
  /** Largest checkpoint, tile, bundle or line file read at once, in bytes. */
  public static final int LARGEST_FILE_BYTES = 1 << 28;

  /** Where the arrival stands in a copy: docs/spec/copies.md. */
  public static final String ARRIVAL = "disclosures/arriving";

  /** {@code archive.json}. */
  public Path description() {
    return folder.resolve(ArchiveDescription.FILE);
  }

  /** {@code README.txt}. */
  public Path readme() {
    return folder.resolve("README.txt");
  }

  /** The folder of the bytes as received. */
  public Path vault() {
    return folder.resolve("vault");
  }

  /** The folder that may be published. */
  public Path log() {
    return folder.resolve("log");
  }

  /** The signed state of the log. */
  public Path checkpoint() {
    return log().resolve("checkpoint");
  }

  /** One file of the log. */
  public Path tile(Tile tile) {
    return log().resolve(tile.path());
  }

  /** The folder of what the events say. */
  public Path disclosures() {
    return folder.resolve("disclosures");
  }

  /** What the events of one entry bundle say. */
  public Path disclosures(long bundle) {
    return disclosures().resolve(Tile.indexPath(bundle) + ".jsonl");
  }

  /** The batch being put in place. */
  public Path journal() {
    return folder.resolve(Journal.FILE);
  }

  /** In a copy that is being brought forward, the checkpoint to come. */
  public Path arrival() {
    return folder.resolve(ARRIVAL);
  }

  /** The folder of public keys. */
  public Path keys() {
    return folder.resolve("keys");
  }

  /** The file of one public key. */
  public Path key(CustodyEvent.KeyAdded added) {
    return keys().resolve(added.fileName());
  }

  /** Everything that can be made again. */
  public Path derived() {
    return folder.resolve("derived");
  }

  /** Held while a program writes. */
  public Path lock() {
    return folder.resolve("lock");
  }
}
