package org.tamga.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the charset of bytes that may be text: a byte-order mark, strict UTF-8, UTF-16 without a
 * mark, what the page declares, and last a guess by letter statistics (ICU4J).
 *
 * <p>The guess falls back on windows-1252, as browsers do. UTF-8 comes before a declaration,
 * because text in another charset is next to never valid UTF-8, while declarations often lie.
 */
final class CharsetDetection {
  /** ICU4J's letter statistics look no further than this. */
  private static final int GUESS_BYTES = 8000;

  /** The guess is made from stretches of this length that hold more than ASCII. */
  private static final int STRETCH_BYTES = 250;

  /** Below this, ICU4J's guess is no better than chance; 100 is certainty. */
  private static final int LEAST_CONFIDENCE = 20;

  /** Judging UTF-16 without a mark takes no more than this many bytes. */
  private static final int WIDE_SAMPLE_BYTES = 16_384;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, String> LABELS =
      Lines.table("charset-labels.txt").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

  private CharsetDetection() {}

  /**
   * Decodes {@code source}.
   *
   * @param declared what the document itself names as its charset, if anything
   */
  static DecodedSource decode(byte[] source, Optional<String> declared) {
    Optional<DecodedSource> marked = byMark(source);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<DecodedSource> utf8 = strictUtf8(source);
    if (utf8.isPresent() && !looksWide(source)) {
      return utf8.get();
    }
    Optional<Charset> wide = wideWithoutMark(source);
    if (wide.isPresent()) {
      return DecodedSource.decode(source, wide.get(), 0);
    }
    if (utf8.isPresent()) {
      return utf8.get();
    }
    Charset charset =
        declared
            .flatMap(CharsetDetection::named)
            .filter(named -> !named.equals(StandardCharsets.UTF_8))
            .or(() -> nearlyUtf8(source))
            .orElseGet(() -> guess(source));
    return DecodedSource.decode(source, charset, 0);
  }

  /** The charset that browsers mean by {@code label}, if Java has it. */
  static Optional<Charset> named(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(LABELS.getOrDefault(name, name)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<DecodedSource> byMark(byte[] source) {
    if (startsWith(source, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(DecodedSource.decode(source, StandardCharsets.UTF_8, 3));
    }
    if (startsWith(source, 0xFF, 0xFE, 0, 0) && source.length % 4 == 0) {
      return Optional.of(DecodedSource.decode(source, Charset.forName("UTF-32LE"), 4));
    }
    if (startsWith(source, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(DecodedSource.decode(source, Charset.forName("UTF-32BE"), 4));
    }
    if (startsWith(source, 0xFF, 0xFE)) {
      return Optional.of(DecodedSource.decode(source, StandardCharsets.UTF_16LE, 2));
    }
    if (startsWith(source, 0xFE, 0xFF)) {
      return Optional.of(DecodedSource.decode(source, StandardCharsets.UTF_16BE, 2));
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] source, int... mark) {
    if (source.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((source[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<DecodedSource> strictUtf8(byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return Optional.of(new DecodedSource(text, StandardCharsets.UTF_8, 0));
    }
    try { // the sign for what cannot be read may stand in the source itself
      CharBuffer strict =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(source));
      return Optional.of(new DecodedSource(strict.toString(), StandardCharsets.UTF_8, 0));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether one byte in five or more is a control byte: UTF-16 of Western text is valid UTF-8 with
   * a NUL behind each letter, and that of Russian has a byte 4 in its place.
   */
  private static boolean looksWide(byte[] source) {
    int length = Math.min(source.length, WIDE_SAMPLE_BYTES);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      boolean control = source[i] >= 0 && source[i] < '\t';
      controls += control ? 1 : 0;
    }
    return length >= 4 && controls * 5 >= length;
  }

  private static Optional<Charset> wideWithoutMark(byte[] source) {
    if (source.length % 2 != 0 || source.length < 4) {
      return Optional.empty();
    }
    byte[] sample = Arrays.copyOf(source, Math.min(source.length, WIDE_SAMPLE_BYTES));
    boolean little = readsWell(new String(sample, StandardCharsets.UTF_16LE));
    boolean big = readsWell(new String(sample, StandardCharsets.UTF_16BE));
    if (little == big) {
      return Optional.empty();
    }
    return Optional.of(little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  /**
   * Whether text decoded as UTF-16 can be what was meant: letters from few blocks of 256, some of
   * the commonest spaces or stops, and next to nothing unassigned.
   */
  private static boolean readsWell(String text) {
    int[] blocks = new int[256];
    int spaces = 0;
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      blocks[c >> 8]++;
      boolean spacing = c == ' ' || c == '\n' || c == '\u3002' || c == '\uFF0C';
      spaces += spacing ? 1 : 0;
      odd += !Character.isDefined(c) || isControl(c) || c == '\uFFFD' ? 1 : 0;
    }
    int[] sorted = blocks.clone();
    Arrays.sort(sorted);
    int chief = sorted[255] + sorted[254] + sorted[253];
    boolean ideographs = Character.isIdeographic(text.codePointAt(text.length() / 2));
    return odd * 100 <= text.length()
        && spaces * 60 >= text.length()
        && (ideographs || chief * 10 >= text.length() * 9);
  }

  private static boolean isControl(char c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }

  /** UTF-8 with a few broken places, such as a file cut in mid character. */
  private static Optional<Charset> nearlyUtf8(byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    long beyondAscii = text.chars().filter(c -> c > 0x7F).count() - broken;
    return broken * 10 <= beyondAscii ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
  }

  /** The stretches that hold more than ASCII: a page's first bytes are often markup alone. */
  private static byte[] telling(byte[] source) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream(GUESS_BYTES);
    for (int start = 0; start < source.length; start += STRETCH_BYTES) {
      int end = Math.min(source.length, start + STRETCH_BYTES);
      boolean beyondAscii = false;
      for (int i = start; i < end; i++) {
        beyondAscii |= source[i] < 0;
      }
      if (beyondAscii && sample.size() + STRETCH_BYTES <= GUESS_BYTES) {
        sample.write(source, start, end - start);
      }
    }
    return sample.toByteArray();
  }

  private static Charset guess(byte[] source) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(telling(source));
    CharsetMatch[] matches = detector.detectAll();
    for (CharsetMatch match : matches) {
      String name = match.getName();
      boolean possible = !name.startsWith("UTF") && !name.startsWith("IBM");
      if (possible && match.getConfidence() >= LEAST_CONFIDENCE) {
        return named(name).orElse(WINDOWS_1252);
      }
    }
    return WINDOWS_1252;
  }
}
