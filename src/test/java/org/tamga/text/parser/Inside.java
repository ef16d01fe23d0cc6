package org.tamga.text.parser;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tamga.text.frame.FrameWriter;

/** Takes documents apart inside the process that asks, as the program never does: to measure it. */
public final class Inside {
  private final TikaParser parser = new TikaParser();

  /** Takes one document apart and throws away what was found. */
  public void parse(Path file) throws IOException {
    String name = file.getFileName().toString();
    String mediaType = parser.detect(file, name);
    Output output = new Output(new FrameWriter(OutputStream.nullOutputStream()), mediaType);
    try {
      parser.parse(new Document(name, "", mediaType, file, Files.size(file)), output);
      output.answer("");
    } catch (NotReadable | RuntimeException | IOException | LinkageError failed) {
      output.answer(Reasons.of(failed));
    }
  }
}
