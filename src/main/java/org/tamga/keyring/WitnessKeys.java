package org.tamga.keyring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.Cosigner;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.Disk;

/**
 * The private keys of a witness, in a folder that only their owner can read.
 *
 * <p>docs/spec/witness.md, "The folder of its state": one Ed25519 and one ML-DSA-44 key.
 */
public final class WitnessKeys implements Cosigner {
  private static final String CLASSICAL = "witness-ed25519.key";
  private static final String POST_QUANTUM = "witness-ml-dsa-44.key";

  private static final String WHERE =
      "restore it from your own copy; a witness that never signed can begin anew without the other";

  private final List<SecretKey> keys;

  private WitnessKeys(List<SecretKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Whether a folder holds keys, or a part of them. */
  public static boolean areIn(Disk disk, Path folder) {
    return disk.exists(folder.resolve(CLASSICAL)) || disk.exists(folder.resolve(POST_QUANTUM));
  }

  /** Makes new keys of this name and stores them in a folder that holds none. */
  public static WitnessKeys create(Disk disk, Path folder, String name, SecureRandom random)
      throws IOException {
    if (areIn(disk, folder)) {
      throw new ArchiveException(
          Reason.KEY,
          folder + " already holds keys",
          "nothing was changed; start it without --name");
    }
    WitnessKeys made =
        new WitnessKeys(
            List.of(
                SecretKey.generate(name, SignatureType.ED25519_COSIGNATURE, random),
                SecretKey.generate(name, SignatureType.ML_DSA_44_COSIGNATURE, random)));
    PrivateFolder.create(disk, folder);
    disk.writeAtomically(folder.resolve(CLASSICAL), KeyFile.write(made.keys.get(0)));
    disk.writeAtomically(folder.resolve(POST_QUANTUM), KeyFile.write(made.keys.get(1)));
    PrivateFolder.closeToOthers(folder);
    return made;
  }

  /** Reads the stored keys, or says in an {@link ArchiveException} what is missing. */
  public static WitnessKeys open(Disk disk, Path folder) throws IOException {
    KeyFolder files = KeyFolder.open(disk, folder, Keyring.NOBODY_TO_ASK);
    return new WitnessKeys(List.of(files.read(CLASSICAL, WHERE), files.read(POST_QUANTUM, WHERE)));
  }

  @Override
  public List<VerifierKey> keys() {
    return keys.stream().map(SecretKey::verifierKey).toList();
  }

  @Override
  public List<NoteSignature> cosign(Checkpoint checkpoint, long timeSeconds) {
    return keys.stream().map(key -> key.cosign(checkpoint, timeSeconds)).toList();
  }
}
