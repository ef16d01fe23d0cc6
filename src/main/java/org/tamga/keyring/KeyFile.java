package org.tamga.keyring;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.StrictBase64;
import org.tamga.tlog.VerifierKey;

/**
 * One private key as a file: a line of canonical JSON.
 *
 * <p>docs/spec/keyring.md.
 */
final class KeyFile {
  /** Largest file read, in bytes. */
  static final int LARGEST_BYTES = 4096;

  private static final int OPEN = 1;
  private static final int LOCKED = 2;

  private KeyFile() {}

  static byte[] write(SecretKey key) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("name", Json.text(key.verifierKey().name()));
    members.put("seed", Json.text(Base64.getEncoder().encodeToString(key.seed())));
    members.put("tamga-key", Json.whole(OPEN));
    members.put("type", Json.whole(key.verifierKey().type().code()));
    return line(new Json.Members(members));
  }

  /** The same with the seed locked. */
  static byte[] write(SecretKey key, KeyLock lock, SecureRandom random) {
    Json.Members head = head(key.verifierKey());
    return line(KeyLock.with(head, lock.seal(key.seed(), head, random)));
  }

  private static Json.Members head(VerifierKey key) {
    TreeMap<String, Json> head = new TreeMap<>();
    head.put("tamga-key", Json.whole(LOCKED));
    head.put("vkey", Json.text(key.toString()));
    return new Json.Members(head);
  }

  private static byte[] line(Json.Members members) {
    return (CanonicalJson.write(members) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The key in these bytes, or {@link IllegalArgumentException}.
   *
   * @param lock opens it where it is locked; null where there is none
   */
  static SecretKey parse(byte[] bytes, @Nullable KeyLock lock) {
    String line = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    Json.Members all = CanonicalJson.parse(line).asMembers();
    long form = all.get("tamga-key").asWhole();
    if (form == LOCKED) {
      return unlocked(all, lock);
    }
    if (form != OPEN) {
      throw new IllegalArgumentException("a key file of a newer format");
    }
    SecretKey key =
        SecretKey.fromSeed(
            all.get("name").asText(),
            SignatureType.of((byte) all.get("type").asWhole()),
            StrictBase64.decode(all.get("seed").asText()));
    if (all.members().size() != 4) {
      throw new IllegalArgumentException("not a key file in its one form");
    }
    return key;
  }

  private static SecretKey unlocked(Json.Members all, @Nullable KeyLock lock) {
    if (lock == null) {
      throw new IllegalArgumentException("it is locked, and " + KeyFolder.LOCK + " is not there");
    }
    VerifierKey key = VerifierKey.parse(all.get("vkey").asText());
    Json.Members head = head(key);
    byte[] sealed = StrictBase64.decode(all.get("sealed").asText());
    if (!KeyLock.with(head, sealed).equals(all)) {
      throw new IllegalArgumentException("not a key file in its one form");
    }
    try {
      SecretKey secret = SecretKey.fromSeed(key.name(), key.type(), lock.open(sealed, head));
      if (!secret.verifierKey().equals(key)) {
        throw new IllegalArgumentException("its seed is that of another key");
      }
      return secret;
    } catch (KeyLock.WrongPassphraseException e) {
      throw new IllegalArgumentException("it was changed, or locked with another lock", e);
    }
  }
}
