package org.tamga.keyring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.keyring.SecretSharing.Part;
import org.tamga.tlog.SignatureType;

/**
 * Keys on paper. The vectors were computed by another program, straight from docs/spec/keyring.md.
 */
class KeyShareTest {
  private static final Path VECTORS = Path.of("src/test/resources/vectors/shares");

  private static KeyShare share(String name) throws IOException {
    return KeyShare.parse(Files.readString(VECTORS.resolve(name + ".txt")));
  }

  @Test
  void anyTwoOfThreeMakeTheKeyAgain() throws Exception {
    byte[] seed = HexFormat.of().parseHex(Files.readString(VECTORS.resolve("seed.txt")).strip());
    for (List<String> two :
        List.of(
            List.of("good-1", "good-2"),
            List.of("good-3", "good-1"),
            List.of("good-2", "good-as-people-type-3"))) {
      SecretKey key = KeyShare.join(List.of(share(two.get(0)), share(two.get(1))));
      assertArrayEquals(seed, key.seed());
      assertEquals("tamga/vector", key.verifierKey().name());
    }
  }

  @Test
  void whatIsPrintedIsReadBack() throws Exception {
    for (SignatureType type : SignatureType.values()) {
      SecretKey key = SecretKey.generate("tamga/some.name-here", type, new SecureRandom());
      List<KeyShare> shares = KeyShare.split(key, new SecureRandom());
      assertEquals(3, shares.size());
      KeyShare one = KeyShare.parse(shares.get(2).text());
      KeyShare other = KeyShare.parse(shares.get(0).text());
      assertEquals(shares.get(2).text(), one.text());
      assertEquals(key.verifierKey(), KeyShare.join(List.of(one, other)).verifierKey());
    }
    String printed = share("good-1").text();
    assertTrue(printed.endsWith(Files.readString(VECTORS.resolve("good-1.txt"))), printed);
  }

  @ParameterizedTest
  @CsvSource({
    "mistyped-line-3, line 3 is mistyped",
    "mistyped-name, the key's name is mistyped",
    "mixed-lines-of-two-shares, lines of two shares were mixed",
    "swapped-line-2, line 2 is mistyped",
    "missing-line-5, line 5 is missing",
    "cut-off-line-5, line 5 is mistyped",
    "mistyped-twice-line-1, line 1 stands twice"
  })
  void whatIsMistypedIsNamed(String vector, String words) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> share(vector));
    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused::getMessage);
  }

  @Test
  void sharesThatDoNotBelongTogetherAreRefused() throws Exception {
    refused("different sets", "good-1", "good-other-set-2");
    refused("same share twice", "good-1", "good-1");
    refused("two of the three", "good-1");
    SecretKey another =
        SecretKey.generate("tamga/vector", SignatureType.ED25519, new SecureRandom());
    KeyShare stranger = KeyShare.split(another, new SecureRandom()).getFirst();
    KeyShare own = share("good-2");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> KeyShare.join(List.of(stranger, own)));
    assertTrue(String.valueOf(refused.getMessage()).contains("different keys"));
  }

  private static void refused(String words, String... vectors) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              List<KeyShare> shares = new java.util.ArrayList<>();
              for (String vector : vectors) {
                shares.add(share(vector));
              }
              KeyShare.join(shares);
            });
    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused::getMessage);
  }

  /** A single letter that is another one, anywhere in the lines, is always found. */
  @Test
  void noSingleTypingMistakePasses() throws Exception {
    String good = Files.readString(VECTORS.resolve("good-2.txt"));
    String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    int tried = 0;
    for (int at = good.indexOf("1: "); at < good.length(); at++) {
      char was = good.charAt(at);
      boolean inLine = alphabet.indexOf(was) >= 0 && good.charAt(at + 1) != ':';
      for (int i = 0; inLine && i < alphabet.length(); i++) {
        if (alphabet.charAt(i) != was) {
          String bad = good.substring(0, at) + alphabet.charAt(i) + good.substring(at + 1);
          assertThrows(IllegalArgumentException.class, () -> KeyShare.parse(bad), bad);
          tried++;
        }
      }
    }
    assertEquals(5 * 20 * 31, tried);
  }

  @Test
  void theFieldHasInversesAndOneShareTellsNothing() {
    for (int a = 1; a < 256; a++) {
      assertEquals(1, SecretSharing.product(a, SecretSharing.inverse(a)), "inverse of " + a);
    }
    // Every secret byte is possible for one part: its slope alone says which.
    for (int secret = 0; secret < 256; secret++) {
      int slope = SecretSharing.product(0x5A ^ secret, SecretSharing.inverse(2));
      assertEquals(0x5A, secret ^ SecretSharing.product(slope, 2));
    }
    long seed = System.nanoTime();
    byte[] secret = new byte[32];
    new Random(seed).nextBytes(secret);
    List<Part> parts = SecretSharing.split(secret, new SecureRandom());
    for (Part one : parts) {
      for (Part other : parts) {
        if (one.number() != other.number()) {
          assertTrue(Arrays.equals(secret, SecretSharing.join(one, other)), "seed " + seed);
        }
      }
    }
  }

  @Test
  void aShareIsNotToldByItsName() throws Exception {
    String said = share("good-1").toString();
    assertEquals("share 1 of tamga/vector " + said.substring(said.length() - 8), said);
  }
}
