package org.tamga.keyring;

import java.security.SecureRandom;
import java.util.List;

/**
 * Splits a secret into three parts of which any two give it back, and one gives nothing away.
 *
 * <p>Shamir, "How to share a secret" (1979), with a polynomial of degree 1 for each byte over
 * GF(256) modulo x⁸ + x⁴ + x³ + x + 1. No step depends on a secret by a branch or an index.
 */
final class SecretSharing {
  /** Number of parts. */
  static final int PARTS = 3;

  /** Number of parts that give the secret back. */
  static final int NEEDED = 2;

  private static final int POLYNOMIAL = 0x11B;

  private SecretSharing() {}

  /**
   * A part of the secret.
   *
   * @param number from 1 to {@link #PARTS}
   * @param bytes as many as the secret has
   */
  record Part(int number, List<Byte> bytes) {
    Part {
      bytes = List.copyOf(bytes);
      if (number < 1 || number > PARTS) {
        throw new IllegalArgumentException("no part has the number " + number);
      }
    }

    static Part of(int number, byte[] bytes) {
      Byte[] boxed = new Byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        boxed[i] = bytes[i];
      }
      return new Part(number, List.of(boxed));
    }

    byte[] raw() {
      byte[] raw = new byte[bytes.size()];
      for (int i = 0; i < raw.length; i++) {
        raw[i] = bytes.get(i);
      }
      return raw;
    }
  }

  /** All parts of a secret, in order. */
  static List<Part> split(byte[] secret, SecureRandom random) {
    byte[] slope = new byte[secret.length];
    random.nextBytes(slope);
    return List.of(part(1, secret, slope), part(2, secret, slope), part(3, secret, slope));
  }

  private static Part part(int number, byte[] secret, byte[] slope) {
    byte[] bytes = new byte[secret.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (secret[i] ^ product(slope[i] & 0xFF, number));
    }
    return Part.of(number, bytes);
  }

  /** The secret of which these are two different parts. */
  static byte[] join(Part one, Part other) {
    if (one.number() == other.number() || one.bytes().size() != other.bytes().size()) {
      throw new IllegalArgumentException("not two different parts of one secret");
    }
    // The line through both points, where it meets 0: Lagrange's formula for two points.
    int apart = inverse(one.number() ^ other.number());
    int weightOfOne = product(other.number(), apart);
    int weightOfOther = product(one.number(), apart);
    byte[] first = one.raw();
    byte[] second = other.raw();
    byte[] secret = new byte[first.length];
    for (int i = 0; i < secret.length; i++) {
      secret[i] =
          (byte) (product(first[i] & 0xFF, weightOfOne) ^ product(second[i] & 0xFF, weightOfOther));
    }
    return secret;
  }

  /** The product of two elements; always eight steps. */
  static int product(int a, int b) {
    int product = 0;
    int shifted = a;
    for (int bit = 0; bit < 8; bit++) {
      product ^= shifted & -((b >> bit) & 1);
      shifted = (shifted << 1) ^ (POLYNOMIAL & -((shifted >> 7) & 1));
    }
    return product;
  }

  /** The element whose product with {@code a} is 1: a to the power of 254. */
  static int inverse(int a) {
    int square = a;
    int inverse = 1;
    for (int bit = 1; bit < 8; bit++) {
      square = product(square, square);
      inverse = product(inverse, square);
    }
    return inverse;
  }
}
