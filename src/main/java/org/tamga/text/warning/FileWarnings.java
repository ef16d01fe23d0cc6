package org.tamga.text.warning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tamga.text.Lines;
import org.tamga.text.Reading;
import org.tamga.text.Reading.Noted;
import org.tamga.text.Reading.Warning;

/**
 * Warns of documents whose name misleads about what they are.
 *
 * <p>What its bytes are, is known from reading it; this compares that with the name. Codes and the
 * reasons for them: docs/spec/warnings.md.
 */
public final class FileWarnings {
  /** Signs that turn the reading direction: {@code U+202E} shows "exe.fdp" as "pdf.exe". */
  private static final Pattern TURNING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

  /** Limits that only a container made to swell passes. */
  private static final Pattern BOMB =
      Pattern.compile("stopped by the limit (?:RATIO|DEPTH|MEMBERS|MEMBER_BYTES)\\b.*");

  private static final Set<String> PROGRAM_TYPES = Set.copyOf(rows("program").keySet());
  private static final Set<String> PROGRAM_EXTENSIONS = Set.copyOf(rows("runs").keySet());
  private static final Map<String, List<String>> TYPES_BY_EXTENSION = rows("extension");

  private FileWarnings() {}

  /** The rows of the table that begin with this word: second cell to the words of the third. */
  private static Map<String, List<String>> rows(String kind) {
    return Lines.table("warning/file-kinds.txt").stream()
        .filter(row -> row.get(0).equals(kind))
        .collect(
            Collectors.toMap(
                row -> row.get(1),
                row -> row.size() < 3 ? List.of() : List.of(row.get(2).split(" ", -1)),
                (one, other) -> one,
                HashMap::new));
  }

  /** {@code reading} of a document that came under {@code name}, with warnings before its own. */
  public static Reading added(Reading reading, String name) {
    List<Warning> warnings = new ArrayList<>(of(reading, name));
    if (warnings.isEmpty()) {
      return reading;
    }
    Noted noted = reading.noted();
    warnings.addAll(noted.warnings());
    Noted more = new Noted(noted.details(), warnings, noted.members());
    return switch (reading) {
      case Reading.Read read -> new Reading.Read(read.text(), more);
      case Reading.NotRead not -> new Reading.NotRead(not.mediaType(), not.reason(), more);
    };
  }

  private static List<Warning> of(Reading reading, String name) {
    List<Warning> warnings = new ArrayList<>();
    String mediaType =
        switch (reading) {
          case Reading.Read read -> read.text().mediaType();
          case Reading.NotRead not -> not.mediaType();
        };
    if (TURNING.matcher(name).find()) {
      warnings.add(
          new Warning(
              "NAME_TURNED",
              "its name holds signs that turn the reading direction, so that it shows another"
                  + " ending than it has"));
    }
    String extension = extension(TURNING.matcher(name).replaceAll(""));
    boolean isProgram = PROGRAM_TYPES.contains(mediaType);
    if (isProgram || PROGRAM_EXTENSIONS.contains(extension)) {
      String why = isProgram ? "its bytes are those of a program" : "it runs when it is opened";
      warnings.add(new Warning("PROGRAM", why));
    }
    List<String> types = TYPES_BY_EXTENSION.getOrDefault(extension, List.of());
    boolean fits = types.isEmpty() || types.stream().anyMatch(mediaType::startsWith);
    if (!fits && !isUnknown(mediaType)) {
      warnings.add(
          new Warning(
              "NAME_AND_CONTENT_DIFFER",
              "its name ends in ." + extension + ", its bytes are " + mediaType));
    }
    if (reading instanceof Reading.NotRead not && BOMB.matcher(not.reason()).matches()) {
      warnings.add(new Warning("BOMB", "it is made to swell when it is unpacked"));
    }
    return warnings;
  }

  /** Media types that say no more than that there are bytes. */
  private static boolean isUnknown(String mediaType) {
    return mediaType.equals("application/octet-stream") || mediaType.equals("application/x-empty");
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
  }
}
