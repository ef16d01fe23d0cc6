package org.tamga.tlog;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The ways of signing that C2SP signed-note assigns a type byte to and that Tamga understands.
 *
 * <p>The raw signature algorithms come from the JDK; ML-DSA-44 is FIPS 204 with an empty context.
 */
public enum SignatureType {
  /** Ed25519 over the note's text (RFC 8032). */
  ED25519(0x01, "Ed25519", 32, 64, false, "302a300506032b6570032100"),
  /** Ed25519 over a time and the checkpoint (C2SP tlog-cosignature, version 1). */
  ED25519_COSIGNATURE(0x04, "Ed25519", 32, 64, true, "302a300506032b6570032100"),
  /** ML-DSA-44 over a time, the log's name, size and root (C2SP tlog-cosignature). */
  ML_DSA_44_COSIGNATURE(
      0x06, "ML-DSA-44", 1312, 2420, true, "30820532300b060960864801650304031103820521" + "00");

  private final byte code;
  private final String algorithm;
  private final int publicKeyBytes;
  private final int signatureBytes;
  private final boolean timestamped;
  private final String derPrefix;

  SignatureType(
      int code,
      String algorithm,
      int publicKeyBytes,
      int signatureBytes,
      boolean timestamped,
      String derPrefix) {
    this.code = (byte) code;
    this.algorithm = algorithm;
    this.publicKeyBytes = publicKeyBytes;
    this.signatureBytes = signatureBytes;
    this.timestamped = timestamped;
    this.derPrefix = derPrefix;
  }

  /** The type with this byte, or {@link MalformedLogException}. */
  public static SignatureType of(byte code) {
    for (SignatureType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new MalformedLogException("unknown signature type " + (code & 0xFF));
  }

  /** The byte assigned by C2SP signed-note. */
  public byte code() {
    return code;
  }

  /** The name by which the Java platform knows the algorithm. */
  public String algorithm() {
    return algorithm;
  }

  /** Length of a raw public key in bytes. */
  public int publicKeyBytes() {
    return publicKeyBytes;
  }

  /** Length of a raw signature in bytes, without any time before it. */
  public int signatureBytes() {
    return signatureBytes;
  }

  /** Whether a signature of this type begins with a time. */
  public boolean isTimestamped() {
    return timestamped;
  }

  /** Whether {@code signature} over {@code message} is by the owner of this raw public key. */
  boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != signatureBytes) {
      return false;
    }
    try {
      byte[] prefix = HexFormat.of().parseHex(derPrefix);
      byte[] der = new byte[prefix.length + publicKey.length];
      System.arraycopy(prefix, 0, der, 0, prefix.length);
      System.arraycopy(publicKey, 0, der, prefix.length, publicKey.length);
      PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
