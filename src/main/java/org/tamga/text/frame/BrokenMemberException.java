package org.tamga.text.frame;

import java.io.IOException;

/** A container holds a member that cannot be taken out whole; the message is the reason. */
public final class BrokenMemberException extends IOException {
  private static final long serialVersionUID = 1;

  /** Says in words for a person why not. */
  public BrokenMemberException(String reason) {
    super(reason);
  }
}
