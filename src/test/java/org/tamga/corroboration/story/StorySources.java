package org.tamga.corroboration.story;

import java.nio.charset.StandardCharsets;
import org.tamga.corroboration.independence.Source;
import org.tamga.corroboration.origin.Credits;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.text.TextReader;
import org.tamga.vault.Digest;

/** Documents of stories as the archive would have them. */
public final class StorySources {
  private StorySources() {}

  /** What whoever hands the document in knows of it. */
  public static Metadata known(Story.Told told) {
    return new Metadata(null, null, told.publisher(), told.published(), null, null);
  }

  /** Its readable text. */
  public static ReadableText text(Story.Told told) {
    byte[] bytes = told.text().getBytes(StandardCharsets.UTF_8);
    Reading reading = TextReader.read(bytes, told.name(), known(told));
    if (reading instanceof Reading.Read read) {
      return read.text();
    }
    throw new IllegalStateException(told.name() + " is not read: " + reading);
  }

  /** The document, named after its story. */
  public static Source source(Story story, Story.Told told) {
    ReadableText text = text(told);
    Digest id = Digest.of((story.name() + told.text()).getBytes(StandardCharsets.UTF_8));
    return new Source(
        id.toString(),
        story.name() + "/" + told.name(),
        told.publisher(),
        told.published(),
        null,
        Credits.of(text, known(told)));
  }
}
