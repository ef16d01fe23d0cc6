package org.tamga.extraction.mention;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the document names: a person, an organisation, or a name that may be either.
 *
 * @param name the fullest name that the document gives, without titles
 * @param kind what they are
 * @param role what the document says that a person is ("president"), if it does
 * @param gender as far as titles, given names and roles tell
 * @param aliases every wording by which the document names them, in lower case
 */
public record Party(
    String name, Kind kind, @Nullable String role, Gender gender, Set<String> aliases) {
  public Party {
    aliases = Set.copyOf(aliases);
  }

  /** What somebody is. */
  public enum Kind {
    PERSON,
    ORGANISATION,
    UNKNOWN
  }

  /** Which pronoun goes with a person. */
  public enum Gender {
    FEMALE,
    MALE,
    UNKNOWN
  }
}
