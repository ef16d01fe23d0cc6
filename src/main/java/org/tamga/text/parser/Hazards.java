package org.tamga.text.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Looks for what acts by itself when a document is opened: macros, actions of a PDF file, programs.
 * docs/spec/warnings.md.
 */
final class Hazards {
  /** So many first bytes tell a program. */
  static final int TELLING_BYTES = 20;

  /** How deep an Office file's storages are looked through; real ones are three deep. */
  private static final int DEEPEST = 8;

  private static final int LARGEST_SHOW_BYTES = 64 << 20;

  /**
   * VBAInfoContainer and, within it, the header of VBAInfoAtom (MS-PPT, VBAInfoAtom); behind them
   * stand a reference and whether there are macros.
   */
  private static final String MACRO_RECORD =
      "\u00ff\u0003\u0014\u0000\u0000\u0000\u0002\u0000\u0000\u0004\u000c\u0000\u0000\u0000";

  private static final int WINDOW_CHARS = 1 << 16;

  private static final List<byte[]> PROGRAM_STARTS =
      List.of(
          new byte[] {0x7f, 'E', 'L', 'F'},
          new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe},
          new byte[] {(byte) 0xce, (byte) 0xfa, (byte) 0xed, (byte) 0xfe},
          new byte[] {0x4c, 0, 0, 0, 1, 0x14, 2, 0});

  private static final Pattern MACRO_PART =
      Pattern.compile("(?:.*/)?vbaProject\\.bin|xl/macrosheets/.*|(?:Basic|Scripts)/.+/.+");

  /** A name within a PDF file ends where no letter follows. */
  private static final Pattern ACTION = Pattern.compile("/(?:JavaScript|JS|Launch)(?![A-Za-z0-9])");

  private Hazards() {}

  /** Whether a file that starts so is a program, or a link that starts one. */
  static boolean isProgram(byte[] start) {
    boolean dos = start.length >= TELLING_BYTES && start[0] == 'M' && start[1] == 'Z';
    return dos || PROGRAM_STARTS.stream().anyMatch(one -> startsWith(start, one));
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Warns of what is in {@code document}; what cannot be looked into is not warned of here. */
  static void tell(Document document, Output output) throws IOException {
    if (hasMacros(document)) {
      output.warning("MACROS", "it holds programs (macros) that may run when it is opened");
    }
    if (document.mediaType().startsWith("application/pdf") && hasActions(document.file())) {
      output.warning("ACTIONS", "it holds programs or actions that may run when it is opened");
    }
  }

  private static boolean hasMacros(Document document) {
    try (InputStream file = FileMagic.prepareToCheckMagic(Files.newInputStream(document.file()))) {
      return switch (FileMagic.valueOf(file)) {
        case OOXML -> zipNames(document.file()).stream().anyMatch(Hazards::isMacroPart);
        case OLE2 -> {
          try (POIFSFileSystem files = new POIFSFileSystem(document.file().toFile(), true)) {
            yield hasMacros(files.getRoot(), 0) || isShowWithMacros(files.getRoot());
          }
        }
        default -> false;
      };
    } catch (IOException | RuntimeException damaged) {
      return false;
    }
  }

  private static boolean isMacroPart(String name) {
    return MACRO_PART.matcher(name).matches() && !name.endsWith("script-lc.xml");
  }

  private static List<String> zipNames(Path file) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        names.add(entries.nextElement().getName());
      }
    }
    // "Basic" and "Scripts" are places for macros in an OpenDocument file alone.
    boolean office = names.contains("mimetype") || names.contains("[Content_Types].xml");
    return office ? names : List.of();
  }

  private static boolean hasMacros(DirectoryEntry folder, int depth) {
    for (Entry entry : folder) {
      String name = entry.getName().toUpperCase(Locale.ROOT);
      if (name.equals("_VBA_PROJECT") || name.equals("_VBA_PROJECT_CUR")) {
        return true;
      }
      if (depth < DEEPEST && entry instanceof DirectoryEntry inner && hasMacros(inner, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Old PowerPoint files pack their macros away and tell of them in a record of their own. */
  private static boolean isShowWithMacros(DirectoryNode root) throws IOException {
    if (!root.hasEntryCaseInsensitive("PowerPoint Document")) {
      return false;
    }
    try (InputStream stream = root.createDocumentInputStream("PowerPoint Document")) {
      byte[] bytes = stream.readNBytes(LARGEST_SHOW_BYTES);
      String show = new String(bytes, StandardCharsets.ISO_8859_1);
      int at = show.indexOf(MACRO_RECORD);
      int flag = at + MACRO_RECORD.length() + Integer.BYTES;
      return at >= 0 && flag < bytes.length && bytes[flag] != 0;
    }
  }

  /** Looks through the bytes as they are; what stands in packed parts of the file is not seen. */
  private static boolean hasActions(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      String before = "";
      for (byte[] piece = bytes.readNBytes(WINDOW_CHARS);
          piece.length > 0;
          piece = bytes.readNBytes(WINDOW_CHARS)) {
        String window = before + new String(piece, StandardCharsets.ISO_8859_1);
        if (ACTION.matcher(window).find()) {
          return true;
        }
        before = window.substring(Math.max(0, window.length() - TELLING_BYTES));
      }
      return false;
    }
  }
}
