package org.tamga.verify;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import org.tamga.custody.LogSigner;
import org.tamga.custody.PersonSigner;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.VerifierKey;
import org.tamga.tlog.VerifierKey.PublicKeyBytes;

/** Keys made for one test and forgotten after it. */
final class TestKeys {
  private TestKeys() {}

  /** One key and its public half. */
  record TestKey(VerifierKey key, PrivateKey secret) {
    byte[] sign(byte[] message) {
      try {
        Signature signature = Signature.getInstance(key.type().algorithm());
        signature.initSign(secret);
        signature.update(message);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    /** The line by which this key signs or cosigns a checkpoint. */
    NoteSignature sign(Checkpoint checkpoint, long timeSeconds) {
      byte[] raw = sign(checkpoint.messageFor(key, timeSeconds));
      if (!key.type().isTimestamped()) {
        return NoteSignature.of(key, raw);
      }
      ByteBuffer timed = ByteBuffer.allocate(8 + raw.length).putLong(timeSeconds).put(raw);
      return NoteSignature.of(key, timed.array());
    }
  }

  static TestKey make(String name, SignatureType type) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(type.algorithm()).generateKeyPair();
      byte[] der = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(der, der.length - type.publicKeyBytes(), der.length);
      return new TestKey(new VerifierKey(name, type, PublicKeyBytes.of(raw)), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A log's two keys. */
  record TestLogSigner(TestKey classical, TestKey quantum) implements LogSigner {
    static TestLogSigner make(String origin) {
      return new TestLogSigner(
          TestKeys.make(origin, SignatureType.ED25519),
          TestKeys.make(origin, SignatureType.ML_DSA_44_COSIGNATURE));
    }

    @Override
    public List<VerifierKey> keys() {
      return List.of(classical.key(), quantum.key());
    }

    @Override
    public List<NoteSignature> sign(Checkpoint checkpoint, long timeSeconds) {
      return List.of(
          classical.sign(checkpoint, timeSeconds), quantum.sign(checkpoint, timeSeconds));
    }
  }

  /** A person. */
  record TestPerson(TestKey own) implements PersonSigner {
    static TestPerson make(String name) {
      return new TestPerson(TestKeys.make(name, SignatureType.ED25519));
    }

    @Override
    public VerifierKey key() {
      return own.key();
    }

    @Override
    public byte[] sign(byte[] message) {
      return own.sign(message);
    }
  }
}
