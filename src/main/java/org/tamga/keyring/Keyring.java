package org.tamga.keyring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.LogSigner;
import org.tamga.custody.PersonSigner;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.Disk;

/**
 * The private keys that belong to one archive, in a folder that only their owner can read.
 *
 * <p>Two keys sign the log (Ed25519 and ML-DSA-44), one signs the keeper's own decisions.
 */
public final class Keyring {
  private static final String LOG = "log-ed25519.key";
  private static final String LOG_POST_QUANTUM = "log-ml-dsa-44.key";
  private static final String KEEPER = "keeper.key";
  private static final String WHERE =
      "give the folder of your keys with --keys or TAMGA_KEYS; reading and verifying need none";

  private final List<SecretKey> logKeys;
  private final SecretKey keeper;

  private Keyring(List<SecretKey> logKeys, SecretKey keeper) {
    this.logKeys = List.copyOf(logKeys);
    this.keeper = keeper;
  }

  /** The folder for the keys of the archive with this origin, below the folder of all keys. */
  public static Path folder(Path allKeys, String origin) {
    return allKeys.resolve(origin.replaceAll("[^A-Za-z0-9.-]", "_"));
  }

  /** Makes new keys and stores them; refuses a folder that already holds keys. */
  public static Keyring create(Disk disk, Path folder, String origin, SecureRandom random)
      throws IOException {
    if (disk.exists(folder.resolve(LOG))) {
      throw new ArchiveException(
          Reason.KEY,
          folder + " already holds keys",
          "choose another --origin, or move those keys away; nothing was changed");
    }
    Keyring keyring =
        new Keyring(
            List.of(
                SecretKey.generate(origin, SignatureType.ED25519, random),
                SecretKey.generate(origin, SignatureType.ML_DSA_44_COSIGNATURE, random)),
            SecretKey.generate(origin + "/keeper", SignatureType.ED25519, random));
    PrivateFolder.create(disk, folder);
    disk.writeAtomically(folder.resolve(LOG), KeyFile.write(keyring.logKeys.get(0)));
    disk.writeAtomically(folder.resolve(LOG_POST_QUANTUM), KeyFile.write(keyring.logKeys.get(1)));
    disk.writeAtomically(folder.resolve(KEEPER), KeyFile.write(keyring.keeper));
    PrivateFolder.closeToOthers(folder);
    return keyring;
  }

  /** Reads the stored keys, or says in an {@link ArchiveException} what is missing. */
  public static Keyring open(Disk disk, Path folder) throws IOException {
    return new Keyring(
        List.of(
            read(disk, folder.resolve(LOG), WHERE),
            read(disk, folder.resolve(LOG_POST_QUANTUM), WHERE)),
        read(disk, folder.resolve(KEEPER), WHERE));
  }

  /**
   * The key in a file.
   *
   * @param hint what a person can do where it is not there
   */
  static SecretKey read(Disk disk, Path file, String hint) throws IOException {
    if (!disk.exists(file)) {
      throw new ArchiveException(Reason.KEY, "the private key " + file + " is not there", hint);
    }
    try {
      return KeyFile.parse(disk.readAll(file, KeyFile.LARGEST_BYTES));
    } catch (IllegalArgumentException e) {
      throw new ArchiveException(
          Reason.KEY,
          "the private key " + file + " cannot be read: " + e.getMessage(),
          "restore it from your own copy");
    }
  }

  /** Signs the log. */
  public LogSigner logSigner() {
    return new LogSigner() {
      @Override
      public List<VerifierKey> keys() {
        return logKeys.stream().map(SecretKey::verifierKey).toList();
      }

      @Override
      public List<NoteSignature> sign(Checkpoint checkpoint, long timeSeconds) {
        List<NoteSignature> signatures = new ArrayList<>();
        for (SecretKey key : logKeys) {
          byte[] raw = key.sign(checkpoint.messageFor(key.verifierKey(), timeSeconds));
          signatures.add(NoteSignature.of(key.verifierKey(), timeSeconds, raw));
        }
        return signatures;
      }
    };
  }

  /** Signs the keeper's own decisions. */
  public PersonSigner keeper() {
    return new PersonSigner() {
      @Override
      public VerifierKey key() {
        return keeper.verifierKey();
      }

      @Override
      public byte[] sign(byte[] message) {
        return keeper.sign(message);
      }
    };
  }
}
