package org.tamga.text.wall;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tamga.text.frame.PlaceKind;
import org.tamga.text.frame.Shape;
import org.tamga.text.parser.Document;
import org.tamga.text.parser.DocumentParser;
import org.tamga.text.parser.NotReadable;
import org.tamga.text.parser.Output;

/**
 * A parser that does what its document tells it to: what a hostile document could make a parser
 * with a hole do. It says "did it" where nothing kept it from that.
 */
public final class Misbehaving implements DocumentParser {
  static final String PURPOSE = "misbehave";
  static final String DID_IT = "did it";
  private static final int MEBIBYTE = 1 << 20;

  private static final List<String> REMEMBERED = new ArrayList<>();

  @Override
  public boolean takes(String purpose, Document document) {
    return purpose.equals(PURPOSE);
  }

  @Override
  public void parse(Document document, Output output) throws IOException, NotReadable {
    String[] order = Files.readString(document.file()).split(" ", 2);
    try {
      obey(order[0], order[1], output);
      output.text(Shape.PARAGRAPH, DID_IT);
    } catch (IOException refused) {
      output.text(Shape.PARAGRAPH, "refused: " + refused);
    }
  }

  private static void obey(String verb, String object, Output output) throws IOException {
    switch (verb) {
      case "connect" -> {
        try (Socket socket = new Socket()) {
          socket.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(object)),
              2000);
        }
      }
      case "read" -> output.text(Shape.PARAGRAPH, Files.readString(Path.of(object)));
      case "write" -> Files.writeString(Path.of(object), "was here");
      case "list" -> output.text(Shape.PARAGRAPH, names(Path.of(object)));
      case "start" -> start(object);
      case "heap" -> fillHeap(Integer.parseInt(object));
      case "native" -> fillNative(Integer.parseInt(object));
      case "loop" -> loop(Long.parseLong(object));
      case "exit" -> Runtime.getRuntime().halt(Integer.parseInt(object));
      case "overflow" -> overflow(Integer.parseInt(object));
      case "garbage" -> garbage(Long.parseLong(object));
      case "text" -> text(Long.parseLong(object), output);
      case "member" -> output.member("swollen", new Zeros(Long.parseLong(object)));
      case "members" -> members(Integer.parseInt(object), output);
      case "remember" -> {
        output.text(Shape.PARAGRAPH, "before: " + REMEMBERED);
        REMEMBERED.add(object);
      }
      case "place" -> output.place(PlaceKind.PAGE, Integer.parseInt(object), "");
      default -> throw new IllegalArgumentException(verb);
    }
  }

  private static String names(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return String.join(" ", all.map(one -> one.getFileName().toString()).sorted().toList());
    }
  }

  private static void start(String program) throws IOException {
    Process process = new ProcessBuilder(program).start();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void fillHeap(int mebibytes) {
    List<byte[]> taken = new ArrayList<>();
    for (int i = 0; i < mebibytes; i++) {
      taken.add(new byte[MEBIBYTE]);
    }
    if (taken.size() != mebibytes) {
      throw new IllegalStateException("not all was taken");
    }
  }

  private static void fillNative(int mebibytes) {
    try (Arena arena = Arena.ofConfined()) {
      for (int i = 0; i < mebibytes; i++) {
        MemorySegment taken = arena.allocate(MEBIBYTE);
        taken.fill((byte) 1);
      }
    }
  }

  private static void loop(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static int overflow(int depth) {
    return depth == 0 ? 0 : 1 + overflow(depth - 1);
  }

  /** Bytes that are no frames, past everything that the worker itself writes. */
  private static void garbage(long bytes) throws IOException {
    byte[] piece = new byte[MEBIBYTE];
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (long i = 0; i < bytes; i += piece.length) {
        out.write(piece);
      }
    }
  }

  private static void text(long characters, Output output) throws IOException {
    String piece = "a".repeat(100_000);
    for (long i = 0; i < characters; i += piece.length()) {
      output.text(Shape.PARAGRAPH, piece);
    }
  }

  private static void members(int count, Output output) throws IOException {
    for (int i = 0; i < count; i++) {
      output.member("m" + i, InputStream.nullInputStream());
    }
  }

  /** So many zero bytes. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long count) {
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      java.util.Arrays.fill(to, offset, offset + n, (byte) 0);
      left -= n;
      return n;
    }
  }
}
