package org.tamga.corroboration.independence;

import java.util.Locale;

/** In what way one document repeats another; the words of record lines. */
public enum EchoKind {
  /** Most of it, word for word. */
  COPY,
  /** A part of it, word for word. */
  EXCERPT,
  /** Somebody's words, which both give as that person's. */
  QUOTE,
  /** What it tells, in other words. */
  REWRITE;

  /** As record lines have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
