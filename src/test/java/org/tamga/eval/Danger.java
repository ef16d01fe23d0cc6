package org.tamga.eval;

/** Mistakes that may hurt people, counted one by one. */
enum Danger {
  /** A statement is given to somebody who did not make it. */
  WRONG_NAME("wrong name"),
  /** A demand is given to somebody who does not make it, or put to somebody it is not put to. */
  WRONG_PARTY("wrong name in a demand"),
  /** What was denied stands there as if it were said. */
  DENIAL_AS_ASSERTION("denial filed as assertion"),
  /** What was asked or supposed stands there as if it were said. */
  OPEN_AS_ASSERTION("question or condition filed as assertion"),
  /** Words that nobody said, or that are no finding of this type, stand there as one. */
  TRAP("trap sprung");

  private final String words;

  Danger(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
