package org.tamga.keyring;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.StrictBase64;

/**
 * One private key as a file: a line of canonical JSON.
 *
 * <p>docs/spec/keyring.md.
 */
final class KeyFile {
  /** Largest file read, in bytes. */
  static final int LARGEST_BYTES = 4096;

  private KeyFile() {}

  static byte[] write(SecretKey key) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("name", Json.text(key.verifierKey().name()));
    members.put("seed", Json.text(Base64.getEncoder().encodeToString(key.seed())));
    members.put("tamga-key", Json.whole(1));
    members.put("type", Json.whole(key.verifierKey().type().code()));
    return (CanonicalJson.write(new Json.Members(members)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The key in these bytes, or {@link IllegalArgumentException}. */
  static SecretKey parse(byte[] bytes) {
    String line = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    Json.Members all = CanonicalJson.parse(line).asMembers();
    if (all.get("tamga-key").asWhole() != 1) {
      throw new IllegalArgumentException("a key file of a newer format");
    }
    return SecretKey.fromSeed(
        all.get("name").asText(),
        SignatureType.of((byte) all.get("type").asWhole()),
        StrictBase64.decode(all.get("seed").asText()));
  }
}
