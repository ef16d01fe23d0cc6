package org.tamga.annotation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Span;

/**
 * A text from which words may be quoted, and only words that stand in it.
 *
 * <p>Places in records count Unicode code points; Java strings count UTF-16 units. This class goes
 * between the two in constant time.
 */
public final class CitedText {
  /** Most code points of context kept on either side of a quote. */
  public static final int CONTEXT = 32;

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private final String content;
  private final String digest;

  /** UTF-16 place of each code point, and of the end; null where both counts are the same. */
  private final int @Nullable [] units;

  /** Takes the whole text. */
  public CitedText(String content) {
    this.content = content;
    this.digest = digestOf(content);
    int length = content.codePointCount(0, content.length());
    this.units = length == content.length() ? null : unitsOf(content, length);
  }

  private static int[] unitsOf(String content, int length) {
    int[] units = new int[length + 1];
    int unit = 0;
    for (int i = 0; i < length; i++) {
      units[i] = unit;
      unit += Character.charCount(content.codePointAt(unit));
    }
    units[length] = unit;
    return units;
  }

  /** The whole text. */
  public String content() {
    return content;
  }

  /** {@code sha256:} and the digest of the text in UTF-8. */
  public String digest() {
    return digest;
  }

  /** How many code points the text has. */
  public int length() {
    return units == null ? content.length() : units.length - 1;
  }

  /** The UTF-16 place of a place counted in code points. */
  public int unit(int codePoint) {
    return units == null ? codePoint : units[codePoint];
  }

  /** The place in code points of a UTF-16 place; inside a pair, the place of the pair. */
  public int codePoint(int unit) {
    if (units == null) {
      return unit;
    }
    int found = java.util.Arrays.binarySearch(units, unit);
    return found >= 0 ? found : -found - 2;
  }

  /** The span in code points between two UTF-16 places. */
  public Span span(int startUnit, int endUnit) {
    return new Span(codePoint(startUnit), codePoint(endUnit));
  }

  /**
   * The words at a place.
   *
   * @throws IllegalArgumentException if the place is not within the text
   */
  public String at(Span span) {
    if (span.end() > length()) {
      throw new IllegalArgumentException("the text ends at " + length() + ", before " + span);
    }
    return content.substring(unit(span.start()), unit(span.end()));
  }

  /** A quote of the words at one place. */
  public Target quote(Span span) {
    return quote(List.of(span));
  }

  /**
   * A quote of the words at several places: an interrupted quotation.
   *
   * @throws IllegalArgumentException if there is no place, one is empty or outside the text, or
   *     they overlap
   */
  public Target quote(List<Span> spans) {
    List<Target.Part> parts = new ArrayList<>();
    for (Span span : spans) {
      parts.add(new Target.Part(at(span), span));
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a quote has at least one place");
    }
    Span first = parts.getFirst().span();
    Span before = new Span(Math.max(0, first.start() - CONTEXT), first.start());
    Span behind = new Span(first.end(), Math.min(length(), first.end() + CONTEXT));
    return new Target(digest, at(before), at(behind), parts);
  }

  /**
   * The same quote, checked: every part must stand where it says, word for word.
   *
   * @throws IllegalArgumentException if the target belongs to another text or its words are not
   *     here
   */
  public Target require(Target target) {
    if (!target.text().equals(digest)) {
      throw new IllegalArgumentException("the quote is from another text");
    }
    for (Target.Part part : target.parts()) {
      if (!at(part.span()).equals(part.exact())) {
        throw new IllegalArgumentException("the quoted words are not in the text");
      }
    }
    return target;
  }

  static String digestOf(String content) {
    return digestOf(content.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code sha256:} and the digest of some bytes in lower-case hexadecimal. */
  public static String digestOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  static void requireDigest(String digest) {
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("not a digest: " + digest);
    }
  }
}
