package org.tamga.corroboration.independence;

/** Whether two documents depend on each other, as far as their texts show. */
public enum Verdict {
  /** Nothing shows that either has anything from the other, or both from a third. */
  INDEPENDENT,
  /** One has it from the other, or both from a third. */
  DEPENDENT,
  /** They may depend on each other; a person must look. */
  UNKNOWN
}
