package org.tamga.keyring;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.keyring.SecretSharing.Part;
import org.tamga.tlog.SignatureType;
import org.tamga.vault.Digest;

/**
 * A page of paper that, with one of the two others, makes a private key again.
 *
 * <p>docs/spec/keyring.md, "Shares". Every line has a checksum of its own, so that a typing mistake
 * is found where it was made; the whole has one too, and a random number that all three pages of
 * one set have.
 */
public final class KeyShare {
  /** Longest text read as a share, in characters. */
  public static final int LONGEST_TEXT = 100_000;

  private static final int VERSION = 1;
  private static final int SET_BYTES = 4;
  private static final int ID_BYTES = 4;
  private static final int HEAD_BYTES = 2 + SET_BYTES + ID_BYTES + 1;
  private static final int BODY_BYTES = HEAD_BYTES + SecretKey.SEED_BYTES;
  private static final int CHECK_BYTES = 7;
  private static final int LINES = 5;
  private static final int LINE_BYTES = (BODY_BYTES + CHECK_BYTES) / LINES;
  private static final int LINE_CHARACTERS = LINE_BYTES * 8 / 5;
  private static final int CHECK_CHARACTERS = 4;

  /** Douglas Crockford's base 32: no I, L, O or U, and what looks like them is read for them. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final Pattern NAME = Pattern.compile("(?m)^\\s*key:\\s*(\\S+)");
  private static final Pattern LINE = Pattern.compile("(?m)^\\s*([1-9])\\s*:(.*)$");

  private final String name;
  private final byte[] body;

  private KeyShare(String name, byte[] body) {
    this.name = name;
    this.body = body;
    if (body[0] != VERSION) {
      throw new IllegalArgumentException("a share of a newer form");
    }
    part();
  }

  /** The three shares of a key. */
  public static List<KeyShare> split(SecretKey key, SecureRandom random) {
    byte[] set = new byte[SET_BYTES];
    random.nextBytes(set);
    List<KeyShare> shares = new ArrayList<>();
    for (Part part : SecretSharing.split(key.seed(), random)) {
      byte[] body = new byte[BODY_BYTES];
      body[0] = VERSION;
      body[1] = (byte) part.number();
      System.arraycopy(set, 0, body, 2, SET_BYTES);
      byte[] id = HexFormat.of().parseHex(key.verifierKey().keyId());
      System.arraycopy(id, 0, body, 2 + SET_BYTES, ID_BYTES);
      body[HEAD_BYTES - 1] = key.verifierKey().type().code();
      System.arraycopy(part.raw(), 0, body, HEAD_BYTES, SecretKey.SEED_BYTES);
      shares.add(new KeyShare(key.verifierKey().name(), body));
    }
    return List.copyOf(shares);
  }

  /** Number of the share, from 1 to 3. */
  public int number() {
    return body[1];
  }

  private Part part() {
    return Part.of(number(), Arrays.copyOfRange(body, HEAD_BYTES, BODY_BYTES));
  }

  private String keyId() {
    return HexFormat.of().formatHex(body, 2 + SET_BYTES, HEAD_BYTES - 1);
  }

  private String set() {
    return HexFormat.of().formatHex(body, 2, 2 + SET_BYTES);
  }

  /**
   * The key of which these are shares, or {@link IllegalArgumentException} that says what does not
   * fit.
   */
  public static SecretKey join(List<KeyShare> shares) {
    if (shares.size() < SecretSharing.NEEDED) {
      throw new IllegalArgumentException("it takes two of the three shares");
    }
    KeyShare first = shares.getFirst();
    for (int i = 1; i < shares.size(); i++) {
      KeyShare other = shares.get(i);
      if (!other.keyId().equals(first.keyId()) || !other.name.equals(first.name)) {
        throw new IllegalArgumentException("these are shares of different keys");
      }
      if (!other.set().equals(first.set())) {
        throw new IllegalArgumentException(
            "these shares are of different sets: the key was shared more than once; use two pages"
                + " with the same set number");
      }
      if (other.number() == first.number()) {
        throw new IllegalArgumentException(
            "these are the same share twice; it takes two different ones");
      }
    }
    byte[] seed = SecretSharing.join(first.part(), shares.get(1).part());
    SignatureType type = SignatureType.of(first.body[HEAD_BYTES - 1]);
    SecretKey key = SecretKey.fromSeed(first.name, type, seed);
    if (!key.verifierKey().keyId().equals(first.keyId())) {
      throw new IllegalArgumentException("these shares do not give the key that they name");
    }
    return key;
  }

  /** The share as a person prints it, which {@link #parse} reads back. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("Share ").append(number()).append(" of 3 of a private key of Tamga. ");
    text.append("Any two of the three make the key again:\n");
    text.append("tamga keys join FILE FILE. One alone tells nothing. Keep them apart.\n\n");
    text.append("key: ").append(name).append('\n');
    text.append("id:  ").append(keyId()).append('\n');
    text.append("set: ").append(set()).append("\n\n");
    byte[] all = Arrays.copyOf(body, BODY_BYTES + CHECK_BYTES);
    System.arraycopy(check(name, body), 0, all, BODY_BYTES, CHECK_BYTES);
    for (int line = 0; line < LINES; line++) {
      byte[] bytes = Arrays.copyOfRange(all, line * LINE_BYTES, (line + 1) * LINE_BYTES);
      String characters = base32(bytes) + checkOfLine(line + 1, bytes);
      text.append(line + 1).append(": ");
      text.append(characters.replaceAll("(.{4})(?!$)", "$1 ")).append('\n');
    }
    return text.toString();
  }

  private static byte[] check(String name, byte[] body) {
    var computation = Digest.sha256();
    computation.update(("tamga share v1\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(computation.digest(body), CHECK_BYTES);
  }

  private static String checkOfLine(int line, byte[] bytes) {
    var computation = Digest.sha256();
    computation.update(("tamga share line v1\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
    return base32(Arrays.copyOf(computation.digest(bytes), 5)).substring(0, CHECK_CHARACTERS);
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    long bits = 0;
    for (int i = 0; i < bytes.length; i++) {
      bits = (bits << 8) | (bytes[i] & 0xFF);
      if (i % 5 == 4) {
        for (int shift = 35; shift >= 0; shift -= 5) {
          text.append(ALPHABET.charAt((int) ((bits >> shift) & 31)));
        }
        bits = 0;
      }
    }
    return text.toString();
  }

  private static byte[] bytes(String characters) {
    byte[] bytes = new byte[characters.length() * 5 / 8];
    long bits = 0;
    for (int i = 0; i < characters.length(); i++) {
      bits = (bits << 5) | ALPHABET.indexOf(characters.charAt(i));
      if (i % 8 == 7) {
        for (int j = 0; j < 5; j++) {
          bytes[i / 8 * 5 + j] = (byte) (bits >> (8 * (4 - j)));
        }
        bits = 0;
      }
    }
    return bytes;
  }

  /** The share that somebody typed, or {@link IllegalArgumentException} that names the bad line. */
  public static KeyShare parse(String typed) {
    Matcher named = NAME.matcher(typed);
    if (typed.length() > LONGEST_TEXT || !named.find()) {
      throw new IllegalArgumentException("no share: the line that begins with key: is missing");
    }
    byte[] all = new byte[LINES * LINE_BYTES];
    boolean[] there = new boolean[LINES];
    Matcher line = LINE.matcher(typed);
    while (line.find()) {
      int number = Integer.parseInt(line.group(1));
      if (number > LINES || there[number - 1]) {
        throw new IllegalArgumentException(
            number > LINES ? "a share has no line " + number : "line " + number + " stands twice");
      }
      there[number - 1] = true;
      System.arraycopy(readLine(number, line.group(2)), 0, all, (number - 1) * LINE_BYTES, 10);
    }
    for (int i = 0; i < LINES; i++) {
      if (!there[i]) {
        throw new IllegalArgumentException("line " + (i + 1) + " is missing");
      }
    }
    byte[] body = Arrays.copyOf(all, BODY_BYTES);
    byte[] check = Arrays.copyOfRange(all, BODY_BYTES, all.length);
    if (!Arrays.equals(check, check(named.group(1), body))) {
      throw new IllegalArgumentException(
          "the lines are right one by one but do not belong together: the key's name is mistyped,"
              + " or lines of two shares were mixed");
    }
    return new KeyShare(named.group(1), body);
  }

  private static byte[] readLine(int number, String typed) {
    String characters =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean known = characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    if (known && characters.length() == LINE_CHARACTERS + CHECK_CHARACTERS) {
      byte[] bytes = bytes(characters.substring(0, LINE_CHARACTERS));
      if (characters.endsWith(checkOfLine(number, bytes))) {
        return bytes;
      }
    }
    throw new IllegalArgumentException("line " + number + " is mistyped");
  }

  /** Says which share of which key, never what it holds. */
  @Override
  public String toString() {
    return "share " + number() + " of " + name + " " + keyId();
  }
}
