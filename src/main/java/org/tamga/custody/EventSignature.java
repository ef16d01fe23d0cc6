package org.tamga.custody;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.tamga.tlog.StrictBase64;
import org.tamga.tlog.VerifierKey;

/**
 * A person's signature beneath an event.
 *
 * <p>docs/spec/events.md, "Signed events".
 *
 * @param name name of the key
 * @param keyId eight hex digits
 * @param signature 64 bytes in Base64
 */
public record EventSignature(String name, String keyId, String signature) {
  /** Name of the field that holds it. */
  public static final String FIELD = "signature";

  /** The signature in this JSON, or {@link IllegalArgumentException}. */
  public static EventSignature parse(Json json) {
    Json.Members all = json.asMembers();
    EventSignature signature =
        new EventSignature(
            all.get("name").asText(), all.get("key").asText(), all.get("signature").asText());
    if (!signature.json().equals(json)) {
      throw new IllegalArgumentException("a signature with unknown parts");
    }
    return signature;
  }

  /** Name and id of the key, as people are told them. */
  public String signer() {
    return name + " " + keyId;
  }

  /** The signature as JSON. */
  public Json json() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("key", Json.text(keyId));
    members.put("name", Json.text(name));
    members.put("signature", Json.text(signature));
    return new Json.Members(members);
  }

  /**
   * The bytes that the person signs.
   *
   * @param entryText the entry less the signature's own digest
   */
  public static byte[] message(String origin, String entryText) {
    return ("tamga event v1\n" + origin + "\n" + entryText + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether {@code key} made this signature over the message. */
  public boolean isBy(VerifierKey key, byte[] message) {
    return name.equals(key.name())
        && keyId.equals(key.keyId())
        && key.verifies(message, StrictBase64.decode(signature));
  }
}
