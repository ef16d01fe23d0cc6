package org.tamga.web.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.text.wall.Source;
import org.tamga.text.wall.Wall;
import org.tamga.text.wall.WorkerFailure;
import org.tamga.vault.Digest;

/** Makes pictures of pages behind the wall, one at a time, and remembers the last few. */
public final class Previews implements AutoCloseable {
  /** Each has some hundred kilobytes; somebody turns pages forth and back. */
  private static final int MOST_REMEMBERED = 32;

  /** A picture of the size that is asked for is smaller. */
  private static final int MOST_BYTES = 16 << 20;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final Map<String, byte[]> remembered = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Wall wall;

  /** Opens the bytes of a document. */
  @FunctionalInterface
  public interface Bytes {
    /** They begin at their beginning. */
    InputStream open() throws IOException;
  }

  /** Whether pictures are made of documents of this media type. */
  public static boolean isShown(@Nullable String mediaType) {
    return mediaType != null
        && (mediaType.equals("application/pdf") || mediaType.startsWith("image/"));
  }

  /**
   * The picture of a page as PNG; nothing where none can be made.
   *
   * @param source tells whom it came from apart from others
   * @param page counted from 1
   */
  public synchronized Optional<byte[]> picture(
      Digest document, String source, Bytes bytes, int page) throws IOException {
    String key = document + " " + page;
    byte[] known = remembered.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> made = make(source, bytes, page);
    made.ifPresent(png -> remember(key, png));
    return made;
  }

  private void remember(String key, byte[] png) {
    remembered.put(key, png);
    if (remembered.size() > MOST_REMEMBERED) {
      remembered.remove(remembered.keySet().iterator().next());
    }
  }

  private Optional<byte[]> make(String source, Bytes bytes, int page) throws IOException {
    Wall open = wall == null ? Wall.standard() : wall;
    wall = open;
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (InputStream document = bytes.open()) {
      var unused =
          open.parse(
              new Source(source),
              "render",
              "document",
              "preview " + page,
              document,
              (_, content) -> png.write(content.readNBytes(MOST_BYTES)));
    } catch (WorkerFailure failed) {
      return Optional.empty();
    }
    byte[] made = png.toByteArray();
    return isPng(made) ? Optional.of(made) : Optional.empty();
  }

  /** A worker that was taken over may send anything; a browser is given nothing but pictures. */
  private static boolean isPng(byte[] bytes) {
    for (int i = 0; i < PNG.length; i++) {
      if (i >= bytes.length || bytes[i] != PNG[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public synchronized void close() {
    if (wall != null) {
      wall.close();
    }
  }
}
