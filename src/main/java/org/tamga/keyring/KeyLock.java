package org.tamga.keyring;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.tlog.StrictBase64;

/**
 * What private keys are locked with: a random key, itself locked with a passphrase.
 *
 * <p>docs/spec/keyring.md, "Passphrase". Argon2id (RFC 9106) makes guessing slow; AES-256-GCM finds
 * every change. As only the small file of the lock depends on the passphrase, a new passphrase is
 * one file replaced in one step.
 */
final class KeyLock {
  /** Largest file read, in bytes. */
  static final int LARGEST_BYTES = 1024;

  /** A shorter passphrase would be guessed in spite of Argon2id. */
  static final int FEWEST_CHARACTERS = 12;

  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** The second recommended option of RFC 9106, section 4. */
  static final Cost COST = new Cost(3, 4, 1 << 16);

  private final byte[] key;

  private KeyLock(byte[] key) {
    this.key = key;
  }

  /** The passphrase is not the one that the lock was made with. */
  static final class WrongPassphraseException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /**
   * What one guess costs.
   *
   * @param memory in KiB
   */
  record Cost(int iterations, int lanes, int memory) {
    /** More than this a file could ask for only in order to stop the program. */
    private static final Cost MOST = new Cost(64, 16, 1 << 21);

    Cost {
      boolean sensible = iterations >= 1 && lanes >= 1 && memory >= 8 * lanes;
      if (!sensible) {
        throw new IllegalArgumentException("a lock of no strength");
      }
    }

    static Cost parse(Json.Members all) {
      long iterations = all.get("iterations").asWhole();
      long lanes = all.get("lanes").asWhole();
      long memory = all.get("memory").asWhole();
      if (iterations > MOST.iterations || lanes > MOST.lanes || memory > MOST.memory) {
        throw new IllegalArgumentException("a lock that asks for too much memory or time");
      }
      return new Cost((int) iterations, (int) lanes, (int) memory);
    }

    byte[] derive(String passphrase, byte[] salt) {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withIterations(iterations)
              .withParallelism(lanes)
              .withMemoryAsKB(memory)
              .withSalt(salt)
              .build());
      byte[] derived = new byte[KEY_BYTES];
      String normal = Normalizer.normalize(passphrase, Normalizer.Form.NFC);
      generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), derived);
      return derived;
    }
  }

  /** A new lock. */
  static KeyLock create(SecureRandom random) {
    return new KeyLock(randomBytes(random, KEY_BYTES));
  }

  private static byte[] randomBytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The lock's file, which this passphrase opens. */
  byte[] file(String passphrase, Cost cost, SecureRandom random) {
    byte[] salt = randomBytes(random, SALT_BYTES);
    Json.Members head = head(cost, salt);
    byte[] sealed = new KeyLock(cost.derive(passphrase, salt)).seal(key, head, random);
    return (CanonicalJson.write(with(head, sealed)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Json.Members head(Cost cost, byte[] salt) {
    TreeMap<String, Json> head = new TreeMap<>();
    head.put("iterations", Json.whole(cost.iterations()));
    head.put("kdf", Json.text("argon2id"));
    head.put("lanes", Json.whole(cost.lanes()));
    head.put("memory", Json.whole(cost.memory()));
    head.put("salt", Json.text(Base64.getEncoder().encodeToString(salt)));
    head.put("tamga-lock", Json.whole(1));
    return new Json.Members(head);
  }

  /** The members of a file and what is sealed with them. */
  static Json.Members with(Json.Members head, byte[] sealed) {
    TreeMap<String, Json> all = new TreeMap<>(head.members());
    all.put("sealed", Json.text(Base64.getEncoder().encodeToString(sealed)));
    return new Json.Members(all);
  }

  /** The lock in a file, or {@link IllegalArgumentException} where that is none. */
  static KeyLock open(byte[] file, String passphrase) throws WrongPassphraseException {
    String line = new String(file, StandardCharsets.UTF_8).stripTrailing();
    Json.Members all = CanonicalJson.parse(line).asMembers();
    if (all.get("tamga-lock").asWhole() != 1) {
      throw new IllegalArgumentException("a lock of a newer format");
    }
    Cost cost = Cost.parse(all);
    byte[] salt = StrictBase64.decode(all.get("salt").asText());
    Json.Members head = head(cost, salt);
    byte[] sealed = StrictBase64.decode(all.get("sealed").asText());
    if (salt.length != SALT_BYTES
        || sealed.length != NONCE_BYTES + KEY_BYTES + TAG_BITS / 8
        || !with(head, sealed).equals(all)) {
      throw new IllegalArgumentException("not a lock in its one form");
    }
    return new KeyLock(new KeyLock(cost.derive(passphrase, salt)).open(sealed, head));
  }

  /** Nonce, ciphertext and tag; {@code head} is not hidden, but cannot be changed either. */
  byte[] seal(byte[] secret, Json.Members head, SecureRandom random) {
    byte[] nonce = randomBytes(random, NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, head).doFinal(secret);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  /** What was sealed. */
  byte[] open(byte[] sealed, Json.Members head) throws WrongPassphraseException {
    if (sealed.length < NONCE_BYTES) {
      throw new IllegalArgumentException("too short to be sealed");
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, head)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw new WrongPassphraseException();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Json.Members head) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(CanonicalJson.bytes(head));
    return cipher;
  }
}
