package org.tamga.custody;

import java.util.TreeMap;
import org.tamga.tlog.VerifierKey;

/**
 * What {@code archive.json} says: the format of the archive and the name of its log.
 *
 * @param format number of the format, 1 or more
 * @param origin name of the log
 * @param vault how the bytes are kept
 */
public record ArchiveDescription(long format, String origin, String vault) {
  /** Name of the file. */
  public static final String FILE = "archive.json";

  /** The newest format that this program can read and write. */
  public static final long NEWEST_FORMAT = 1;

  /** The only vault of format 1. */
  public static final String FOLDER_VAULT = "folder";

  /** Largest file read, in bytes. */
  public static final int LARGEST_BYTES = 4096;

  private static final int LONGEST_ORIGIN = 200;

  public ArchiveDescription {
    if (!VerifierKey.isKeyName(origin) || origin.length() > LONGEST_ORIGIN || format < 1) {
      throw new IllegalArgumentException("not the description of an archive");
    }
  }

  /**
   * The description in these bytes, or {@link IllegalArgumentException}. A newer format is accepted
   * here, so that the caller can say so; nothing else of it is to be trusted.
   */
  public static ArchiveDescription parse(byte[] bytes) {
    if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
      throw new IllegalArgumentException("archive.json does not end in a line break");
    }
    Json.Members all =
        CanonicalJson.parse(java.util.Arrays.copyOf(bytes, bytes.length - 1)).asMembers();
    ArchiveDescription description =
        new ArchiveDescription(
            all.get("format").asWhole(), all.get("origin").asText(), all.get("vault").asText());
    if (description.format <= NEWEST_FORMAT
        && (all.members().size() != 3 || !description.vault.equals(FOLDER_VAULT))) {
      throw new IllegalArgumentException("archive.json with unknown parts");
    }
    return description;
  }

  /** The file's bytes. */
  public byte[] bytes() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("format", Json.whole(format));
    members.put("origin", Json.text(origin));
    members.put("vault", Json.text(vault));
    return (CanonicalJson.write(new Json.Members(members)) + "\n")
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
