package org.tamga.verify;

import org.jspecify.annotations.Nullable;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.Policy;
import org.tamga.tlog.SignedNote;

/**
 * What the person who checks knows from elsewhere than the archive.
 *
 * @param policy whom to trust; null where the person has no policy
 * @param kept a state of the log that the person kept; null where there is none
 */
public record Trust(@Nullable Policy policy, @Nullable Checkpoint kept) {
  /** Nothing known from elsewhere. */
  public static final Trust NONE = new Trust(null, null);

  /**
   * A checkpoint that somebody kept, with its signatures or only its three lines; {@link
   * MalformedLogException} where it is neither.
   */
  public static Checkpoint readKept(byte[] bytes) {
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    Checkpoint checkpoint =
        text.contains("\n\n")
            ? Checkpoint.parse(SignedNote.parse(bytes).text())
            : Checkpoint.parse(text);
    return checkpoint;
  }
}
