package org.tamga.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Handling;
import org.tamga.custody.Handling.Access;

/**
 * Reads how a person writes a handling into one cell: {@code open}, {@code restricted}, {@code
 * protected}, or parts such as {@code access=open; embargoUntil=2030-01-01}.
 */
final class HandlingWords {
  /** What counts where nothing was understood: nobody but the keeper, nobody named. */
  static final Handling CLOSED = new Handling(Access.PROTECTED, null, null, true);

  private static final Set<String> PARTS =
      Set.of("access", "consent", "embargountil", "sourceprotected");

  private HandlingWords() {}

  /**
   * What was understood.
   *
   * @param handling the handling, closed in doubt
   * @param problem what could not be understood, to be said after the words themselves
   */
  record Understood(Handling handling, Optional<String> problem) {}

  static Understood parse(String words) {
    Map<String, String> parts = new HashMap<>();
    for (String part : words.split(";", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? "access" : part.substring(0, equals);
      String value = part.substring(equals + 1).strip();
      name = name.strip().toLowerCase(Locale.ROOT);
      if (part.isBlank()) {
        continue;
      }
      if (!PARTS.contains(name)) {
        return closed("has an unknown part '" + name + "'");
      }
      if (parts.put(name, value) != null) {
        return closed("says '" + name + "' twice");
      }
    }
    return handling(parts);
  }

  private static Understood closed(String problem) {
    return new Understood(CLOSED, Optional.of(problem));
  }

  private static Understood handling(Map<String, String> parts) {
    String access = parts.getOrDefault("access", "").toLowerCase(Locale.ROOT);
    String source = parts.getOrDefault("sourceprotected", "false").toLowerCase(Locale.ROOT);
    if (!Set.of("open", "restricted", "protected").contains(access)) {
      return closed("does not say open, restricted or protected");
    }
    if (!Set.of("true", "false", "yes", "no").contains(source)) {
      return closed("does not say sourceProtected=true or false");
    }
    String day = parts.get("embargountil");
    @Nullable LocalDate embargo = null;
    if (day != null) {
      try {
        embargo = LocalDate.parse(day);
      } catch (DateTimeException e) {
        return closed("has an embargo that is no day such as 2030-01-01");
      }
    }
    String consent = parts.get("consent");
    Handling handling =
        new Handling(
            Access.parse(access),
            consent == null || consent.isEmpty() ? null : consent,
            embargo,
            source.equals("true") || source.equals("yes"));
    return new Understood(handling, Optional.empty());
  }
}
