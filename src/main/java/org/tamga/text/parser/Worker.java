package org.tamga.text.parser;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.tamga.text.frame.Frame;
import org.tamga.text.frame.FrameKind;
import org.tamga.text.frame.FrameReader;
import org.tamga.text.frame.FrameWriter;
import org.tamga.text.frame.FramedStream;

/**
 * The program that runs behind the wall: answers jobs that come in through standard input until
 * there are no more. docs/spec/wall.md.
 */
public final class Worker {
  private final FrameReader in;
  private final FrameWriter out;
  private final List<DocumentParser> parsers = new ArrayList<>();
  private final TikaParser others = new TikaParser();

  private Worker(InputStream in, OutputStream out) {
    this.in = new FrameReader(in);
    this.out = new FrameWriter(out);
    ServiceLoader.load(DocumentParser.class).forEach(parsers::add);
    parsers.add(others);
  }

  /** Runs until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 17);
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 17);
    // The pipes belong to the frames: a parser that prints or asks must not reach them.
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(nowhere);
    System.setErr(nowhere);
    System.setIn(InputStream.nullInputStream());
    Worker worker = new Worker(in, out);
    worker.out.write(Frame.of(FrameKind.HELLO, Frame.GREETING));
    worker.out.flush();
    while (worker.serve()) {
      clearTemporaryFiles();
    }
  }

  /** Answers one job; false where there are no more. */
  private boolean serve() throws IOException {
    Optional<Frame> job = in.read();
    if (job.isEmpty()) {
      return false;
    }
    List<String> fields = job.get().parseFields();
    String name = fields.get(1);
    try (TemporaryResources resources = new TemporaryResources()) {
      InputStream bytes = new FramedStream(in, FrameKind.BYTES, FrameKind.END);
      TikaInputStream spooled = TikaInputStream.get(bytes, resources, new Metadata());
      var file = spooled.getPath();
      String mediaType = others.detect(file, name);
      Document document = new Document(name, fields.get(2), mediaType, file, spooled.getLength());
      Output output = new Output(out, mediaType);
      if (fields.get(0).equals("read")) {
        Hazards.tell(document, output);
      }
      String reason = parse(fields.get(0), document, output);
      if (reason.equals(Reasons.PASSWORD)) {
        output.warning("ENCRYPTED", reason);
      }
      output.answer(reason);
    }
    return true;
  }

  /** Takes the document apart; the reason why that could not be done, or nothing. */
  private String parse(String purpose, Document document, Output output) {
    try {
      for (DocumentParser parser : parsers) {
        if (parser.takes(purpose, document)) {
          parser.parse(document, output);
          return "";
        }
      }
      return "nobody knows how to do this: " + purpose;
    } catch (NotReadable reason) {
      return String.valueOf(reason.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError failed) {
      return Reasons.of(failed);
    }
  }

  /** What parsers leave behind in memory must not wait there for the next document. */
  private static void clearTemporaryFiles() {
    File[] left = new File(System.getProperty("java.io.tmpdir")).listFiles();
    for (File file : left == null ? new File[0] : left) {
      delete(file);
    }
  }

  private static void delete(File file) {
    File[] within = file.listFiles();
    for (File one : within == null ? new File[0] : within) {
      delete(one);
    }
    boolean unused = file.delete();
  }
}
