package org.tamga.web;

/**
 * A page that says one thing, such as that something is not there.
 *
 * @param frame around it
 * @param what what happened
 * @param hint what the reader can do
 */
public record MessagePage(Frame frame, String what, String hint) {
  static MessagePage of(String title, String what, String hint) {
    return new MessagePage(new Frame(title, "", 0, false), what, hint);
  }
}
