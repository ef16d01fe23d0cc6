package org.tamga.keyring;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.VerifierKey;
import org.tamga.tlog.VerifierKey.PublicKeyBytes;

/**
 * A private key: whoever has it can sign in its owner's name.
 *
 * <p>Made from a seed of 32 bytes, which is all that is ever stored: for Ed25519 the private key of
 * RFC 8032 section 5.1.5, for ML-DSA-44 the seed ξ of FIPS 204 algorithm 1.
 */
public final class SecretKey {
  /** Length of a seed in bytes. */
  public static final int SEED_BYTES = 32;

  private final byte[] seed;
  private final KeyPair pair;
  private final VerifierKey verifierKey;

  private SecretKey(byte[] seed, KeyPair pair, VerifierKey verifierKey) {
    this.seed = seed;
    this.pair = pair;
    this.verifierKey = verifierKey;
  }

  /** The key of this type and name that grows from {@code seed}. */
  public static SecretKey fromSeed(String name, SignatureType type, byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("a seed has " + SEED_BYTES + " bytes");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type.algorithm());
      generator.initialize(new NamedParameterSpec(type.algorithm()), new Replay(seed));
      KeyPair pair = generator.generateKeyPair();
      PublicKeyBytes material = PublicKeyBytes.of(raw(pair.getPublic(), type));
      return new SecretKey(seed.clone(), pair, new VerifierKey(name, type, material));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + type.algorithm(), e);
    }
  }

  /** A new key. */
  public static SecretKey generate(String name, SignatureType type, SecureRandom random) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return fromSeed(name, type, seed);
  }

  /** The raw key is the end of its X.509 form, whose beginning is the same for all of a type. */
  private static byte[] raw(PublicKey key, SignatureType type) {
    byte[] der = key.getEncoded();
    return Arrays.copyOfRange(der, der.length - type.publicKeyBytes(), der.length);
  }

  /** What others need to check signatures by this key. */
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** A witness's line under a checkpoint that it has seen, at a time in seconds since 1970. */
  public NoteSignature cosign(Checkpoint checkpoint, long timeSeconds) {
    byte[] raw = sign(checkpoint.messageFor(verifierKey, timeSeconds));
    return NoteSignature.of(verifierKey, timeSeconds, raw);
  }

  /** The raw signature of {@code message}. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(verifierKey.type().algorithm());
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  byte[] seed() {
    return seed.clone();
  }

  /** Says whose key it is, never what it is. */
  @Override
  public String toString() {
    return "secret key of " + verifierKey.name();
  }

  /** Randomness that is not: hands the seed to a key generator, which asks for just that. */
  private static final class Replay extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] seed;

    Replay(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("a key generator that wants " + bytes.length + " bytes");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
