package org.tamga.record;

import java.nio.file.Path;
import org.tamga.vault.Digest;

/**
 * Where each derived thing stands below {@code derived/}.
 *
 * <p>docs/spec/derived.md.
 *
 * @param folder {@code derived} itself
 */
public record DerivedLayout(Path folder) {
  /** The folder of readable texts. */
  public Path texts() {
    return folder.resolve("text");
  }

  /** The folder of annotations. */
  public Path annotations() {
    return folder.resolve("annotations");
  }

  /** The readable text of one document, in UTF-8. */
  public Path text(Digest document) {
    return place(texts(), document, ".txt");
  }

  /** How one document was read, or why not. */
  public Path reading(Digest document) {
    return place(texts(), document, ".json");
  }

  /** The annotations of one document, one line each. */
  public Path annotations(Digest document) {
    return place(annotations(), document, ".jsonl");
  }

  /** The database that queries are asked of. */
  public Path record() {
    return folder.resolve("record.sqlite");
  }

  /** The database's own file for what it has not finished. */
  Path recordJournal() {
    return folder.resolve("record.sqlite-journal");
  }

  /** The folder of the full-text index. */
  public Path index() {
    return folder.resolve("index");
  }

  /** The database of what repeats what. */
  public Path echoes() {
    return folder.resolve("echoes.sqlite");
  }

  /** That database's own file for what it has not finished. */
  public Path echoesJournal() {
    return folder.resolve("echoes.sqlite-journal");
  }

  private static Path place(Path folder, Digest document, String ending) {
    String hex = document.hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2) + ending);
  }
}
