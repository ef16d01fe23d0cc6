package org.tamga.text.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.text.frame.Frame;
import org.tamga.text.frame.FrameKind;
import org.tamga.text.frame.FrameReader;
import org.tamga.text.frame.FrameWriter;

/** What acts by itself when a document is opened is told. */
final class HazardsTest {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "[Content_Types].xml word/vbaProject.bin, MACROS",
    "[Content_Types].xml xl/macrosheets/sheet1.xml, MACROS",
    "mimetype Basic/Standard/Module1.xml, MACROS",
    "mimetype Scripts/python/start.py, MACROS",
    "[Content_Types].xml word/document.xml, ''",
    "mimetype Basic/script-lc.xml, ''",
    "holiday/Basic/one.xml vbaProject.bin, ''",
  })
  void findsMacrosInPackedOfficeFiles(String names, String codes) throws IOException {
    Path file = folder.resolve("a.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names.split(" ", -1)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
    }
    assertEquals(codes, told(file, WORD));
  }

  @ParameterizedTest
  @CsvSource({"_VBA_PROJECT, MACROS", "WordDocument, ''"})
  void findsMacrosInOldOfficeFiles(String stream, String codes) throws IOException {
    Path file = folder.resolve("a.doc");
    try (POIFSFileSystem files = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      files
          .getRoot()
          .createDirectory("Macros")
          .createDocument(stream, new ByteArrayInputStream(new byte[] {1}));
      files.writeFilesystem(out);
    }
    assertEquals(codes, told(file, "application/msword"));
  }

  @ParameterizedTest
  @CsvSource({
    "<</OpenAction<</S/JavaScript/JS(app.alert)>>>>, ACTIONS",
    "<</S /Launch /F (a.exe)>>, ACTIONS",
    "<</Title (JavaScript for all)>>, ''",
    "<</JSON 1>>, ''",
  })
  void findsActionsInPdfFiles(String dictionary, String codes) throws IOException {
    Path file = folder.resolve("a.pdf");
    Files.writeString(file, "%PDF-1.7\n" + " ".repeat((1 << 16) - 20) + dictionary);
    assertEquals(codes, told(file, "application/pdf"));
  }

  @Test
  void whatIsDamagedIsNoFault() throws IOException {
    Path file = folder.resolve("a.docx");
    Files.writeString(file, "PK\u0003\u0004 and no more");
    assertEquals("", told(file, WORD));
  }

  @Test
  void aProgramAmongTheMembersIsTold() throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    Output output = new Output(new FrameWriter(sent), "application/zip");
    byte[] program = ("MZ" + "\0".repeat(40)).getBytes(StandardCharsets.ISO_8859_1);
    output.member("run.exe", new ByteArrayInputStream(program));
    output.member("note.txt", new ByteArrayInputStream(new byte[] {'M', 'Z', '?'}));
    assertEquals(List.of("PROGRAM_INSIDE"), warnings(sent));
  }

  private static String told(Path file, String mediaType) throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    Document document = new Document("a", "", mediaType, file, Files.size(file));
    Hazards.tell(document, new Output(new FrameWriter(sent), mediaType));
    return String.join(" ", warnings(sent));
  }

  private static List<String> warnings(ByteArrayOutputStream sent) throws IOException {
    FrameReader frames = new FrameReader(new ByteArrayInputStream(sent.toByteArray()));
    List<String> codes = new ArrayList<>();
    for (Optional<Frame> next = frames.read(); next.isPresent(); next = frames.read()) {
      if (next.get().kind() == FrameKind.WARNING) {
        codes.add(next.get().parseFields().getFirst());
      }
    }
    return codes;
  }
}
