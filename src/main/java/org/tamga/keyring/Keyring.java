package org.tamga.keyring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * <p>Two keys sign the log (Ed25519 and ML-DSA-44), one signs the keeper's own decisions. While and
 * after one of them is replaced there are more: the log says which are in use.
 */
public final class Keyring {
  /** For those who hold keys that nobody locks. */
  static final PassphraseSource NOBODY_TO_ASK =
      what -> {
        throw new ArchiveException(
            Reason.KEY,
            "these keys are locked with a passphrase",
            "give it at the terminal, or in the file that TAMGA_PASSPHRASE_FILE names");
      };

  private static final String LOG = "log-ed25519";
  private static final String LOG_POST_QUANTUM = "log-ml-dsa-44";
  private static final String KEEPER = "keeper";
  private static final List<String> KINDS = List.of(LOG, LOG_POST_QUANTUM, KEEPER);
  private static final String KEY = ".key";
  private static final String WHERE =
      "give the folder of your keys with --keys or TAMGA_KEYS; reading and verifying need none."
          + " If a key of the log is lost, see: tamga keys recover --help";

  private final KeyFolder folder;
  private final Map<String, SecretKey> keys;

  private Keyring(KeyFolder folder, Map<String, SecretKey> keys) {
    this.folder = folder;
    this.keys = new LinkedHashMap<>(keys);
  }

  /** The folder for the keys of the archive with this origin, below the folder of all keys. */
  public static Path folder(Path allKeys, String origin) {
    return allKeys.resolve(origin.replaceAll("[^A-Za-z0-9.-]", "_"));
  }

  /** Makes new keys and stores them; refuses a folder that already holds keys. */
  public static Keyring create(Disk disk, Path folder, String origin, SecureRandom random)
      throws IOException {
    if (disk.exists(folder.resolve(LOG + KEY))) {
      throw new ArchiveException(
          Reason.KEY,
          folder + " already holds keys",
          "choose another --origin, or move those keys away; nothing was changed");
    }
    KeyFolder files = KeyFolder.create(disk, folder);
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    for (String kind : KINDS) {
      SecretKey key = SecretKey.generate(nameOf(kind, origin), typeOf(kind), random);
      files.write(kind + KEY, key, random);
      keys.put(kind + KEY, key);
    }
    return new Keyring(files, keys);
  }

  private static String nameOf(String kind, String origin) {
    return kind.equals(KEEPER) ? origin + "/keeper" : origin;
  }

  private static SignatureType typeOf(String kind) {
    return kind.equals(LOG_POST_QUANTUM)
        ? SignatureType.ML_DSA_44_COSIGNATURE
        : SignatureType.ED25519;
  }

  /** Reads the stored keys, which are not locked. */
  public static Keyring open(Disk disk, Path folder) throws IOException {
    return open(disk, folder, NOBODY_TO_ASK);
  }

  /** Reads the stored keys, or says in an {@link ArchiveException} what is missing. */
  public static Keyring open(Disk disk, Path folder, PassphraseSource source) throws IOException {
    Keyring ring = openWhatIsThere(disk, folder, source);
    for (String kind : KINDS) {
      if (ring.folder.names(kind).isEmpty()) {
        ring.folder.read(kind + KEY, WHERE);
      }
    }
    return ring;
  }

  /** Reads those of the keys that are there. */
  public static Keyring openWhatIsThere(Disk disk, Path folder, PassphraseSource source)
      throws IOException {
    KeyFolder files = KeyFolder.open(disk, folder, source);
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    for (String kind : KINDS) {
      for (String name : files.names(kind)) {
        keys.put(name, files.read(name, WHERE));
      }
    }
    return new Keyring(files, keys);
  }

  private List<SecretKey> keys(String kind) {
    List<SecretKey> some = new ArrayList<>();
    keys.forEach(
        (name, key) -> {
          if (name.startsWith(kind)) {
            some.add(key);
          }
        });
    return some;
  }

  /**
   * Signs the log, with all keys for it that are here; {@link org.tamga.custody.Archive} takes the
   * signatures of those in use.
   */
  public LogSigner logSigner() {
    List<SecretKey> logKeys = new ArrayList<>(keys(LOG));
    logKeys.addAll(keys(LOG_POST_QUANTUM));
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

  /** Signs the keeper's own decisions, with the first key for that which is here. */
  public PersonSigner keeper() {
    return person(keys(KEEPER).getFirst());
  }

  /** Signs with the keeper's key among those that are in use, where it is here. */
  public Optional<PersonSigner> keeper(Set<VerifierKey> inUse) {
    return keys(KEEPER).stream()
        .filter(key -> inUse.contains(key.verifierKey()))
        .findFirst()
        .map(Keyring::person);
  }

  /** The same without those keepers' keys that are in use no more. */
  public Keyring withKeepers(Set<VerifierKey> inUse) {
    Map<String, SecretKey> some = new LinkedHashMap<>(keys);
    some.entrySet()
        .removeIf(
            one ->
                one.getKey().startsWith(KEEPER) && !inUse.contains(one.getValue().verifierKey()));
    Keyring ring = new Keyring(folder, some);
    if (ring.keys(KEEPER).isEmpty()) {
      throw new ArchiveException(
          Reason.KEY,
          "none of the keeper's keys here is in use in this archive",
          "tamga keys list names the one that is; restore it from your own copy");
    }
    return ring;
  }

  private static PersonSigner person(SecretKey key) {
    return new PersonSigner() {
      @Override
      public VerifierKey key() {
        return key.verifierKey();
      }

      @Override
      public byte[] sign(byte[] message) {
        return key.sign(message);
      }
    };
  }

  /** Whether the private half of a key is here. */
  public boolean holds(VerifierKey key) {
    return keys.values().stream().anyMatch(one -> one.verifierKey().equals(key));
  }

  /**
   * A key to come in the place of another: one that is here and was never logged, as an interrupted
   * program leaves it, or else a new one.
   *
   * @param logged all keys that the log names
   */
  public VerifierKey successor(VerifierKey old, Set<VerifierKey> logged, SecureRandom random)
      throws IOException {
    for (SecretKey key : keys.values()) {
      VerifierKey one = key.verifierKey();
      if (one.type() == old.type() && one.name().equals(old.name()) && !logged.contains(one)) {
        return one;
      }
    }
    SecretKey made = SecretKey.generate(old.name(), old.type(), random);
    add(made, random);
    return made.verifierKey();
  }

  /** Stores a key under a name that says which one it is; refuses to write over another. */
  public String add(SecretKey key, SecureRandom random) throws IOException {
    VerifierKey about = key.verifierKey();
    boolean keeper = about.name().endsWith("/" + KEEPER);
    String kind = keeper ? KEEPER : about.type() == SignatureType.ED25519 ? LOG : LOG_POST_QUANTUM;
    String name = kind + "-" + about.keyId() + KEY;
    if (holds(about) || folder.holds(name)) {
      throw new ArchiveException(
          Reason.KEY, "the key " + about.keyId() + " is here already", "nothing was changed");
    }
    folder.write(name, key, random);
    keys.put(name, key);
    return name;
  }

  /** The private key whose public half has this id. */
  public SecretKey key(String keyId) {
    return keys.values().stream()
        .filter(key -> key.verifierKey().keyId().equals(keyId))
        .findFirst()
        .orElseThrow(
            () ->
                new ArchiveException(
                    Reason.KEY,
                    "no private key here has the id " + keyId,
                    "tamga keys list names those that are here"));
  }

  /** Whether a passphrase is needed to read the keys. */
  public boolean isLocked() {
    return folder.isLocked();
  }

  /** Sets or changes the passphrase. */
  public void lockWith(String passphrase, SecureRandom random) throws IOException {
    lockWith(passphrase, KeyLock.COST, random);
  }

  /** The same at a cost that the lock's file then states; a small one is for tests alone. */
  void lockWith(String passphrase, KeyLock.Cost cost, SecureRandom random) throws IOException {
    folder.lockWith(passphrase, cost, random);
  }

  /** Takes the passphrase away. */
  public void unlock(SecureRandom random) throws IOException {
    folder.unlock(random);
  }
}
