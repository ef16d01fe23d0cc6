package org.tamga.text.parser;

import java.io.IOException;

/** Takes documents of some formats apart. Runs behind the wall; one object serves one worker. */
public interface DocumentParser {
  /**
   * Whether this parser is the one for such jobs. The first parser that says so is taken, and
   * {@link TikaParser} after all others.
   *
   * @param purpose what is wanted, such as {@code read}
   */
  boolean takes(String purpose, Document document) throws IOException;

  /**
   * Takes one document apart and says what is in it as it goes along. Whatever it throws costs this
   * document alone.
   *
   * @throws NotReadable where there is a reason to be told to a person
   */
  void parse(Document document, Output output) throws IOException, NotReadable;
}
