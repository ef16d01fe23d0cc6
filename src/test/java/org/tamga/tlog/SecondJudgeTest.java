package org.tamga.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.tlog.VerifierKey.PublicKeyBytes;

/** Bouncy Castle signs what we verify, and verifies what the platform signs. */
class SecondJudgeTest {
  private static final Provider OTHER = new BouncyCastleProvider();
  private static final Checkpoint CHECKPOINT =
      new Checkpoint(
          "tamga/harbour", 5, TreeHash.ofLeaf("a letter".getBytes(StandardCharsets.UTF_8)));

  private static byte[] raw(SignatureType type, byte[] der) {
    return Arrays.copyOfRange(der, der.length - type.publicKeyBytes(), der.length);
  }

  private static byte[] sign(Signature signature, KeyPair pair, byte[] message)
      throws GeneralSecurityException {
    signature.initSign(pair.getPrivate());
    signature.update(message);
    return signature.sign();
  }

  @ParameterizedTest
  @EnumSource(SignatureType.class)
  void bothSignAlike(SignatureType type) throws GeneralSecurityException {
    KeyPair theirs = KeyPairGenerator.getInstance(type.algorithm(), OTHER).generateKeyPair();
    VerifierKey key =
        new VerifierKey(
            "tamga/harbour", type, PublicKeyBytes.of(raw(type, theirs.getPublic().getEncoded())));
    long time = type.isTimestamped() ? 1_700_000_000 : 0;
    byte[] message = CHECKPOINT.messageFor(key, time);
    byte[] bytes = sign(Signature.getInstance(type.algorithm(), OTHER), theirs, message);
    assertEquals(type.signatureBytes(), bytes.length);
    var line = SignedNote.NoteSignature.of(key, time, bytes);
    assertTrue(CHECKPOINT.isSignedBy(key, line));
    Checkpoint larger = new Checkpoint("tamga/harbour", 6, CHECKPOINT.root());
    assertFalse(larger.isSignedBy(key, line));

    KeyPair ours = KeyPairGenerator.getInstance(type.algorithm()).generateKeyPair();
    byte[] own = sign(Signature.getInstance(type.algorithm()), ours, message);
    Signature judge = Signature.getInstance(type.algorithm(), OTHER);
    KeyFactory factory = KeyFactory.getInstance(type.algorithm(), OTHER);
    judge.initVerify(factory.generatePublic(new X509EncodedKeySpec(ours.getPublic().getEncoded())));
    judge.update(message);
    assertTrue(judge.verify(own));
  }

  @Test
  void theMessageOfAnMlDsaCosignatureIsLaidOutAsSpecified() throws GeneralSecurityException {
    SignatureType type = SignatureType.ML_DSA_44_COSIGNATURE;
    KeyPair pair = KeyPairGenerator.getInstance(type.algorithm()).generateKeyPair();
    VerifierKey key =
        new VerifierKey(
            "w.example", type, PublicKeyBytes.of(raw(type, pair.getPublic().getEncoded())));
    ByteBuffer expected = ByteBuffer.allocate(12 + 1 + 9 + 8 + 1 + 13 + 8 + 8 + 32);
    expected.put("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
    expected.put((byte) 9).put("w.example".getBytes(StandardCharsets.US_ASCII)).putLong(77);
    expected.put((byte) 13).put("tamga/harbour".getBytes(StandardCharsets.US_ASCII));
    expected.putLong(0).putLong(5).put(CHECKPOINT.root().bytes());
    assertEquals(
        java.util.HexFormat.of().formatHex(expected.array()),
        java.util.HexFormat.of().formatHex(CHECKPOINT.messageFor(key, 77)));
    Checkpoint longName = new Checkpoint("x".repeat(256), 5, CHECKPOINT.root());
    var line = SignedNote.NoteSignature.of(key, new byte[8 + type.signatureBytes()]);
    assertFalse(longName.isSignedBy(key, line), "a name that cannot be signed is not signed");
  }

  @Test
  void noFlippedBitOfAPostQuantumSignaturePasses() throws GeneralSecurityException {
    SignatureType type = SignatureType.ML_DSA_44_COSIGNATURE;
    KeyPair pair = KeyPairGenerator.getInstance(type.algorithm()).generateKeyPair();
    VerifierKey key =
        new VerifierKey("w", type, PublicKeyBytes.of(raw(type, pair.getPublic().getEncoded())));
    byte[] message = CHECKPOINT.messageFor(key, 77);
    byte[] good = sign(Signature.getInstance(type.algorithm()), pair, message);
    List<Integer> passed = new java.util.ArrayList<>();
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= (byte) (1 << (i % 8));
      if (key.verifies(message, bad)) {
        passed.add(i);
      }
    }
    System.out.println("SecondJudgeTest: " + good.length + " flips of an ML-DSA-44 signature");
    assertEquals(List.of(), passed);
  }
}
