package org.tamga.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.pqc.crypto.mldsa.MLDSAParameters;
import org.bouncycastle.pqc.crypto.mldsa.MLDSAPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.mldsa.MLDSAPublicKeyParameters;
import org.bouncycastle.pqc.crypto.mldsa.MLDSASigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveException;
import org.tamga.tlog.SignatureType;
import org.tamga.vault.SystemDisk;

/** Private keys are what they should be, and nobody else can read them. */
class KeyringTest {
  private static final byte[] SEED =
      HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

  /** RFC 8032 section 7.1, test 1: the public key of a known seed. */
  @Test
  void anEd25519KeyGrowsFromItsSeedAsTheStandardSays() {
    SecretKey key = SecretKey.fromSeed("test", SignatureType.ED25519, SEED);
    assertEquals(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        HexFormat.of().formatHex(publicOf(SEED)));
    assertEquals(
        HexFormat.of()
            .formatHex(new Ed25519PrivateKeyParameters(SEED).generatePublicKey().getEncoded()),
        key.verifierKey().material().hex());
  }

  private static byte[] publicOf(byte[] seed) {
    return SecretKey.fromSeed("test", SignatureType.ED25519, seed).verifierKey().material().bytes();
  }

  /** Bouncy Castle grows the same ML-DSA-44 key from the seed and accepts our signature. */
  @Test
  void aPostQuantumKeyIsTheSameForASecondJudge() {
    SecretKey key = SecretKey.fromSeed("test", SignatureType.ML_DSA_44_COSIGNATURE, SEED);
    MLDSAPrivateKeyParameters theirs =
        new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, SEED);
    MLDSAPublicKeyParameters theirPublic = theirs.getPublicKeyParameters();
    assertEquals(
        HexFormat.of().formatHex(theirPublic.getEncoded()), key.verifierKey().material().hex());
    byte[] message = "a checkpoint".getBytes(StandardCharsets.UTF_8);
    byte[] signature = key.sign(message);
    MLDSASigner judge = new MLDSASigner();
    judge.init(false, theirPublic);
    judge.update(message, 0, message.length);
    assertTrue(judge.verifySignature(signature));
    assertTrue(key.verifierKey().verifies(message, signature));
    signature[100] ^= 1;
    assertFalse(key.verifierKey().verifies(message, signature));
  }

  @Test
  void onlyTheOwnerCanReadTheFiles(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("keys");
    Keyring.create(new SystemDisk(), keys, "tamga/test", new SecureRandom());
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
    try (Stream<Path> files = Files.list(keys)) {
      List<Path> all = files.toList();
      assertEquals(3, all.size());
      for (Path file : all) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
  }

  @Test
  void keysComeBackAsTheyWereStored(@TempDir Path folder) throws Exception {
    Keyring made = Keyring.create(new SystemDisk(), folder, "tamga/test", new SecureRandom());
    Keyring read = Keyring.open(new SystemDisk(), folder);
    assertEquals(made.logSigner().keys(), read.logSigner().keys());
    assertEquals(made.keeper().key(), read.keeper().key());
  }

  @Test
  void keysAreNeverOverwritten(@TempDir Path folder) throws Exception {
    Keyring.create(new SystemDisk(), folder, "tamga/test", new SecureRandom());
    assertThrows(
        ArchiveException.class,
        () -> Keyring.create(new SystemDisk(), folder, "tamga/test", new SecureRandom()));
  }

  @Test
  void aDamagedKeyFileIsNamedWithoutShowingWhatItHolds(@TempDir Path folder) throws Exception {
    Keyring.create(new SystemDisk(), folder, "tamga/test", new SecureRandom());
    Path file = folder.resolve("keeper.key");
    String line = Files.readString(file);
    Files.writeString(file, line.replace("\"seed\":\"", "\"seed\":\"!"));
    ArchiveException refused =
        assertThrows(ArchiveException.class, () -> Keyring.open(new SystemDisk(), folder));
    assertTrue(String.valueOf(refused.getMessage()).contains("keeper.key"));
    assertFalse(String.valueOf(refused.getMessage()).contains(line.substring(40, 60)));
  }
}
