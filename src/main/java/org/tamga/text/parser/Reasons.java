package org.tamga.text.parser;

import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaMemoryLimitException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;

/** Says in words for a person why a parser gave up. */
final class Reasons {
  /** Causes may form a ring. */
  private static final int DEEPEST = 20;

  /** That a document asks for a password is said the same way by every parser. */
  static final String PASSWORD = "it is protected by a password";

  /** What was read up to the damage is kept. */
  static final String DAMAGED = "it is damaged, or not what it seems";

  private Reasons() {}

  static String of(Throwable failed) {
    Throwable cause = failed;
    for (int i = 0; i < DEEPEST && cause != null; i++) {
      String known = known(cause);
      if (!known.isEmpty()) {
        return known;
      }
      cause = cause.getCause();
    }
    return DAMAGED + ": " + words(failed);
  }

  private static String known(Throwable cause) {
    if (cause instanceof EncryptedDocumentException
        || cause instanceof org.apache.poi.EncryptedDocumentException
        || cause instanceof org.apache.commons.compress.PasswordRequiredException) {
      return PASSWORD;
    }
    if (cause instanceof UnsupportedZipFeatureException zip
        && UnsupportedZipFeatureException.Feature.ENCRYPTION.equals(zip.getFeature())) {
      return PASSWORD;
    }
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof TikaMemoryLimitException || message.startsWith("Zip bomb detected")) {
      return "stopped by the limit RATIO: it asks for far more memory than its size warrants";
    }
    if (cause instanceof WriteLimitReachedException || message.contains("zip bomb")) {
      return "stopped by the limit DEPTH: it is nested too deep, or made to swell";
    }
    if (cause instanceof ZeroByteFileException) {
      return "it is empty";
    }
    if (cause instanceof UnsupportedFormatException) {
      return "there is no parser for this version of its format";
    }
    return cause instanceof StackOverflowError ? "it is nested too deep for its parser" : "";
  }

  private static String words(Throwable failed) {
    Throwable root = failed;
    for (int i = 0; i < DEEPEST && root.getCause() != null; i++) {
      root = root.getCause();
    }
    String message = root.getMessage();
    String first = message == null ? "" : message.lines().findFirst().orElse("").strip();
    String kind = root.getClass().getSimpleName();
    return first.isEmpty() ? kind : kind + ": " + first;
  }
}
