package org.tamga.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveException;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.SystemDisk;

/** A passphrase on private keys: what it protects, and that nothing is ever lost by it. */
class KeyLockTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String FIRST = "nine grey herons over Pell";
  private static final String SECOND = "a bell, a boat and a blue door";

  @TempDir private Path folder = Path.of("");
  private List<VerifierKey> made = List.of();

  @BeforeEach
  void makeKeys() throws IOException {
    Keyring ring = Keyring.create(new SystemDisk(), folder, "tamga/test", RANDOM);
    made = ring.logSigner().keys();
  }

  private Keyring open(String passphrase) throws IOException {
    return Keyring.open(new SystemDisk(), folder, what -> passphrase);
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private void refused(String words, Runner work) {
    ArchiveException refused = assertThrows(ArchiveException.class, work::run);
    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
  }

  private interface Runner {
    void run() throws IOException;
  }

  @Test
  void onlyThePassphraseOpensLockedKeys() throws Exception {
    String seed = Files.readString(folder.resolve("keeper.key")).replaceAll(".*seed\":\"|\".*", "");
    open("").lockWith(FIRST, RANDOM);
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      assertFalse(
          new String(file.getValue(), java.nio.charset.StandardCharsets.UTF_8)
              .contains(seed.strip()),
          file.getKey());
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(folder.resolve(file.getKey()))));
    }
    assertEquals(made, open(FIRST).logSigner().keys());
    Map<String, byte[]> before = files();
    refused("not the passphrase", () -> open(SECOND));
    refused("locked with a passphrase", () -> Keyring.open(new SystemDisk(), folder));
    assertEquals(before.keySet(), files().keySet());
    open(FIRST).lockWith(SECOND, RANDOM);
    refused("not the passphrase", () -> open(FIRST));
    open(SECOND).unlock(RANDOM);
    assertEquals(made, Keyring.open(new SystemDisk(), folder).logSigner().keys());
    assertEquals(3, files().size());
  }

  @Test
  void aKeyMadeLaterIsLockedToo() throws Exception {
    open("").lockWith(FIRST, RANDOM);
    Keyring ring = open(FIRST);
    VerifierKey fresh = ring.successor(made.getFirst(), java.util.Set.copyOf(made), RANDOM);
    String text = Files.readString(folder.resolve("log-ed25519-" + fresh.keyId() + ".key"));
    assertTrue(text.contains("\"sealed\":") && !text.contains("seed\":"), text);
    assertTrue(open(FIRST).holds(fresh));
    assertEquals(fresh, open(FIRST).successor(made.getFirst(), java.util.Set.copyOf(made), RANDOM));
  }

  @Test
  void aShortPassphraseIsRefused() throws Exception {
    Keyring ring = open("");
    refused("at least 12", () -> ring.lockWith("elevenchars", RANDOM));
    assertEquals(3, files().size());
  }

  /** However a file of keys is damaged: words, never a key that is another one, never a crash. */
  @Test
  void damagedFilesAreRefusedInWords() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    open("").lockWith(FIRST, RANDOM);
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      for (int i = 0; i < 2; i++) {
        byte[] bytes = file.getValue().clone();
        int at = random.nextInt(bytes.length - 1);
        if (i == 0) {
          bytes = java.util.Arrays.copyOf(bytes, at);
        } else {
          bytes[at] ^= (byte) (1 << random.nextInt(6));
        }
        Files.write(folder.resolve(file.getKey()), bytes);
        String what = "seed " + seed + ", " + file.getKey() + " at " + at;
        assertThrows(ArchiveException.class, () -> open(FIRST), what);
      }
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    assertEquals(made, open(FIRST).logSigner().keys());
  }

  @Test
  void aLockThatAsksForAllMemoryIsRefused() throws Exception {
    open("").lockWith(FIRST, RANDOM);
    Path lock = folder.resolve(KeyFolder.LOCK);
    String text = Files.readString(lock);
    for (String bad :
        List.of(
            text.replace("\"memory\":65536", "\"memory\":9007199254740991"),
            text.replace("\"iterations\":3", "\"iterations\":1000000"),
            text.replace("\"memory\":65536", "\"memory\":1"),
            text.replace("\"lanes\":4", "\"lanes\":0"),
            text.replace("\"tamga-lock\":1", "\"tamga-lock\":2"),
            text.replace("argon2id", "argon2i"),
            "",
            "[]")) {
      Files.writeString(lock, bad);
      refused("cannot be read", () -> open(FIRST));
    }
  }
}
