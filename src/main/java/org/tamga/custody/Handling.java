package org.tamga.custody;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a document may be used, as whoever handed it over wished.
 *
 * @param access who may see it
 * @param consent what was agreed, in the documenter's words
 * @param embargoUntil not to be shown before this day
 * @param sourceProtected whether whoever handed it over must not be named
 */
public record Handling(
    Access access,
    @Nullable String consent,
    @Nullable LocalDate embargoUntil,
    boolean sourceProtected) {
  /** No restriction. */
  public static final Handling OPEN = new Handling(Access.OPEN, null, null, false);

  /** Who may see a document. */
  public enum Access {
    /** Everybody. */
    OPEN,
    /** Those who work with the archive. */
    RESTRICTED,
    /** Only its keeper. */
    PROTECTED;

    /** How it is written. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The access written as {@code word}, or {@link IllegalArgumentException}. */
    public static Access parse(String word) {
      for (Access access : values()) {
        if (access.word().equals(word)) {
          return access;
        }
      }
      throw new IllegalArgumentException("unknown access '" + word + "'");
    }
  }

  /** The stricter of two handlings, part by part. */
  public Handling strictest(Handling other) {
    return new Handling(
        access.compareTo(other.access) >= 0 ? access : other.access,
        consent == null ? other.consent : consent,
        later(embargoUntil, other.embargoUntil),
        sourceProtected || other.sourceProtected);
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }

  /** Whether the document may leave the archive's own walls on this day. */
  public boolean allowsSharing(LocalDate today) {
    return access == Access.OPEN && (embargoUntil == null || !today.isBefore(embargoUntil));
  }

  /** The handling in this JSON, or {@link IllegalArgumentException}. */
  public static Handling parse(Json json) {
    Json.Members object = json.asMembers();
    String embargo = text(object, "embargoUntil");
    String source = text(object, "sourceProtected");
    if (source != null && !source.equals("yes")) {
      throw new IllegalArgumentException("sourceProtected is \"yes\" or absent");
    }
    Handling handling =
        new Handling(
            Access.parse(object.get("access").asText()),
            text(object, "consent"),
            embargo == null ? null : date(embargo),
            source != null);
    if (!handling.json().equals(json)) {
      throw new IllegalArgumentException("a handling with unknown parts");
    }
    return handling;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date: " + text, e);
    }
  }

  private static @Nullable String text(Json.Members object, String name) {
    Json found = object.members().get(name);
    return found == null ? null : found.asText();
  }

  /** The handling as JSON, which {@link #parse} reads back. */
  public Json json() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("access", Json.text(access.word()));
    if (consent != null) {
      members.put("consent", Json.text(consent));
    }
    if (embargoUntil != null) {
      members.put("embargoUntil", Json.text(embargoUntil.toString()));
    }
    if (sourceProtected) {
      members.put("sourceProtected", Json.text("yes"));
    }
    return new Json.Members(members);
  }
}
