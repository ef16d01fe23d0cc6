package org.tamga.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.vault.Digest;

/**
 * The list of a bundle's files with their digests, as {@code sha256sum -c} reads it.
 *
 * <p>docs/spec/bundle.md, {@code SHA256SUMS}: one spelling only, sorted by path.
 *
 * @param files digest of each file by its path
 */
public record Checksums(SortedMap<String, Digest> files) {
  /** Name of the list. */
  public static final String FILE = "SHA256SUMS";

  /** Largest list read, in bytes: some hundred thousand files. */
  public static final int LARGEST_BYTES = 1 << 26;

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

  public Checksums {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    for (String path : files.keySet()) {
      if (!PATH.matcher(path).matches() || path.equals(FILE)) {
        throw new IllegalArgumentException("not the path of a file in a bundle: " + path);
      }
    }
  }

  /** The list in these bytes, or {@link IllegalArgumentException} where it is not canonical. */
  public static Checksums parse(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
    TreeMap<String, Digest> files = new TreeMap<>();
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : "";
    for (String line : body.split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("not a line of a list of digests");
      }
      files.put(matcher.group(2), new Digest(matcher.group(1)));
    }
    Checksums list = new Checksums(files);
    if (!list.text().equals(text)) {
      throw new IllegalArgumentException("not sorted, or a path twice");
    }
    return list;
  }

  /** The list as text, which {@link #parse} reads back. */
  public String text() {
    StringBuilder out = new StringBuilder();
    files.forEach((path, digest) -> out.append(digest.hex() + "  " + path + "\n"));
    return out.toString();
  }
}
