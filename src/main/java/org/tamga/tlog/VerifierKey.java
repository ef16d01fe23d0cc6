package org.tamga.tlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key with the name of its owner, as it is handed to those who check signatures.
 *
 * <p>Text form (C2SP signed-note "vkey"): {@code name+hex(key id)+base64(type, key)}.
 *
 * @param name the key's name: not empty, without spaces and plus signs
 * @param type how it signs
 * @param material the raw public key
 */
public record VerifierKey(String name, SignatureType type, PublicKeyBytes material) {
  public VerifierKey {
    if (!isKeyName(name)) {
      throw new MalformedLogException("not a key name: " + name);
    }
    if (material.length() != type.publicKeyBytes()) {
      throw new MalformedLogException(
          "a public key of " + material.length() + " bytes is not one of " + type);
    }
  }

  /** Raw public key bytes that compare by value. */
  public record PublicKeyBytes(String hex) {
    /** Wraps raw bytes. */
    public static PublicKeyBytes of(byte[] bytes) {
      return new PublicKeyBytes(HexFormat.of().formatHex(bytes));
    }

    /** The raw bytes. */
    public byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }

    int length() {
      return hex.length() / 2;
    }
  }

  /** The key written as {@code vkey}, or {@link MalformedLogException}. */
  public static VerifierKey parse(String vkey) {
    int plus = vkey.indexOf('+');
    int second = vkey.indexOf('+', plus + 1);
    if (plus < 1 || second < 0) {
      throw new MalformedLogException("not a verifier key: name+id+key expected");
    }
    byte[] typed = StrictBase64.decode(vkey.substring(second + 1));
    if (typed.length < 2) {
      throw new MalformedLogException("a verifier key without a key");
    }
    VerifierKey key =
        new VerifierKey(
            vkey.substring(0, plus),
            SignatureType.of(typed[0]),
            PublicKeyBytes.of(Arrays.copyOfRange(typed, 1, typed.length)));
    if (!key.toString().equals(vkey)) {
      throw new MalformedLogException("a verifier key whose id does not fit its name and key");
    }
    return key;
  }

  /** Whether {@code name} can stand in a signature line. */
  public static boolean isKeyName(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(
                c ->
                    c == '+'
                        || c < 0x20
                        || c == 0x85
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c));
  }

  /** The four bytes by which a signature line names its key, as eight hex digits. */
  public String keyId() {
    return HexFormat.of().formatHex(idBytes());
  }

  byte[] idBytes() {
    var digest = TreeHash.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(type.code());
    digest.update(material.bytes());
    return Arrays.copyOf(digest.digest(), 4);
  }

  /** Whether {@code signature}, without any time before it, is this key's over {@code message}. */
  public boolean verifies(byte[] message, byte[] signature) {
    return type.verifies(material.bytes(), message, signature);
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    byte[] key = material.bytes();
    byte[] typed = new byte[key.length + 1];
    typed[0] = type.code();
    System.arraycopy(key, 0, typed, 1, key.length);
    return name + "+" + keyId() + "+" + StrictBase64.encode(typed);
  }
}
