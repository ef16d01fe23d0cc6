package org.tamga.annotation;

/** In whose voice something is claimed. */
public enum Voice {
  /** The document itself says so. */
  DOCUMENT,
  /** The document says that somebody else says so. */
  ATTRIBUTED,
  /** The text does not tell. */
  UNKNOWN
}
