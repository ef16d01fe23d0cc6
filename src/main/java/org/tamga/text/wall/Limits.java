package org.tamga.text.wall;

/**
 * What a worker may use and what a document may hold; docs/spec/wall.md has the reasons' words.
 *
 * @param documentBytes largest document that is taken apart
 * @param startMillis longest wait for a worker to say hello
 * @param baseMillis longest time for one document
 * @param millisPerMebibyte time that comes on top for each MiB of it
 * @param heapMebibytes heap of a worker
 * @param residentBytes memory of a worker and all that it started
 * @param textCharacters longest text
 * @param members most members of one container
 * @param memberBytes most bytes of all members of one container together
 * @param ratio most bytes of members for each byte of the container
 * @param ratioFloorBytes up to here the ratio does not matter: small files pack well
 */
public record Limits(
    long documentBytes,
    long startMillis,
    long baseMillis,
    long millisPerMebibyte,
    int heapMebibytes,
    long residentBytes,
    int textCharacters,
    int members,
    long memberBytes,
    int ratio,
    long ratioFloorBytes) {
  private static final long MEBIBYTE = 1 << 20;

  /** The limits of docs/spec/wall.md. */
  public static final Limits STANDARD =
      new Limits(
          256 * MEBIBYTE,
          20_000,
          50_000,
          1_000,
          768,
          1400 * MEBIBYTE,
          32 << 20,
          10_000,
          2048 * MEBIBYTE,
          200,
          64 * MEBIBYTE);

  /** Containers within containers are opened down to this depth. */
  public static final int DEEPEST = 8;

  long millisFor(long bytes) {
    return baseMillis + bytes / MEBIBYTE * millisPerMebibyte;
  }

  /** Whether {@code unpacked} bytes are too many for a container of {@code size} bytes. */
  boolean isBomb(long unpacked, long size) {
    return unpacked > ratioFloorBytes && unpacked / ratio > size;
  }

  static String mebibytes(long bytes) {
    return bytes / MEBIBYTE + " MiB";
  }
}
