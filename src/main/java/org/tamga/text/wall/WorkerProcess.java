package org.tamga.text.wall;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tamga.text.frame.Frame;
import org.tamga.text.frame.FrameKind;
import org.tamga.text.frame.FrameReader;
import org.tamga.text.frame.FrameWriter;
import org.tamga.text.frame.NonsenseException;
import org.tamga.text.wall.AnswerReader.BrokenAnswer;

/**
 * One worker and the two pipes to it. Once anything went wrong it is dead, with all its processes.
 *
 * <p>The system ends a worker when the thread that started it ends: whoever works with it must live
 * as long as it does.
 */
final class WorkerProcess implements AutoCloseable {
  /** With this a JVM ends that ran out of heap ({@code -XX:+ExitOnOutOfMemoryError}). */
  private static final int OUT_OF_MEMORY = 3;

  private static final long EXIT_MILLIS = 2_000;
  private static final int BUFFER_BYTES = 1 << 17;

  private final Process process;
  private final Limits limits;
  private final Watchdog watchdog;
  private final FrameReader in;
  private final FrameWriter out;
  private boolean greeted;
  private boolean broken;

  private WorkerProcess(Process process, Limits limits) {
    this.process = process;
    this.limits = limits;
    this.in = new FrameReader(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
    this.out = new FrameWriter(new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES));
    this.watchdog = Watchdog.over(process, limits);
    watchdog.expect(limits.startMillis());
  }

  /** Starts a worker and does not wait for it. */
  static WorkerProcess start(WorkerCommand command, Limits limits) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command.command());
    Map<String, String> environment = builder.environment();
    environment.clear();
    builder.redirectError(Redirect.DISCARD);
    return new WorkerProcess(builder.start(), limits);
  }

  /** Waits until the worker says hello; where it does not, there are no walls to be had. */
  void greet() throws WorkerFailure {
    if (greeted) {
      return;
    }
    try {
      Frame hello = in.next();
      if (hello.kind() != FrameKind.HELLO || !hello.parseFields().equals(List.of(Frame.GREETING))) {
        throw new NonsenseException("no greeting");
      }
      greeted = true;
    } catch (IOException e) {
      throw failure(e, "the parser did not start");
    }
  }

  boolean isUsable() {
    return !broken && process.isAlive();
  }

  /**
   * Has one document taken apart.
   *
   * @throws WorkerFailure where the worker failed; it is dead then
   * @throws IOException where the document cannot be read or a member cannot be kept; the worker is
   *     dead then too
   */
  Parsed parse(String purpose, String name, String choice, InputStream document, MemberSink sink)
      throws IOException {
    boolean whole = false;
    try {
      greet();
      watchdog.expect(limits.millisFor(0));
      long size = send(purpose, name, choice, document);
      watchdog.expect(limits.millisFor(size));
      Parsed parsed = receive(size, sink);
      watchdog.rest();
      whole = true;
      return parsed;
    } finally {
      if (!whole) {
        close();
      }
    }
  }

  private long send(String purpose, String name, String choice, InputStream document)
      throws IOException {
    write(Frame.of(FrameKind.JOB, purpose, name, choice));
    byte[] buffer = new byte[Frame.PIECE_BYTES];
    long size = 0;
    for (int n = document.read(buffer); n >= 0; n = document.read(buffer)) {
      size += n;
      if (size > limits.documentBytes()) {
        throw WorkerFailure.limit(
            "DOCUMENT_BYTES", "it is larger than " + Limits.mebibytes(limits.documentBytes()));
      }
      if (n > 0) {
        write(new Frame(FrameKind.BYTES, Arrays.copyOf(buffer, n)));
      }
    }
    write(new Frame(FrameKind.END, new byte[0]));
    try {
      out.flush();
    } catch (IOException e) {
      throw failure(e, "its parser crashed");
    }
    return size;
  }

  /** A pipe that breaks is the worker's fault, unlike a document that cannot be read. */
  private void write(Frame frame) throws WorkerFailure {
    try {
      out.write(frame);
    } catch (IOException e) {
      throw failure(e, "its parser crashed");
    }
  }

  private Parsed receive(long size, MemberSink sink) throws IOException {
    try {
      return new AnswerReader(in, limits, size, sink).read();
    } catch (BrokenAnswer e) {
      throw failure(e.fault, "its parser crashed");
    } catch (NonsenseException e) {
      throw failure(e, "its parser crashed");
    }
  }

  /** What is to be said of a worker with which this went wrong. */
  private WorkerFailure failure(IOException fault, String otherwise) {
    String seen = watchdog.reason();
    if (!seen.isEmpty()) {
      return new WorkerFailure(seen);
    }
    if (fault instanceof WorkerFailure known) {
      return known;
    }
    if (fault instanceof NonsenseException) {
      return new WorkerFailure("its parser wrote nonsense: " + fault.getMessage());
    }
    return exitedForWantOfMemory()
        ? WorkerFailure.limit(
            "MEMORY", "its parser needed more memory than " + limits.heapMebibytes() + " MiB")
        : new WorkerFailure(otherwise);
  }

  private boolean exitedForWantOfMemory() {
    try {
      return process.waitFor(EXIT_MILLIS, TimeUnit.MILLISECONDS)
          && process.exitValue() == OUT_OF_MEMORY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the worker and all that it started. */
  @Override
  public void close() {
    broken = true;
    watchdog.close();
    Watchdog.kill(process);
  }

  /** The process, for tests that kill it. */
  Process process() {
    return process;
  }
}
