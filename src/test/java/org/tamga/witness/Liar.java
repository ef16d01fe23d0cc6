package org.tamga.witness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Something on a port of this machine that is no good witness. */
public final class Liar implements AutoCloseable {
  private interface Manner {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket door;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private final Manner manner;

  private Liar(Manner manner) throws IOException {
    this.manner = manner;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::open);
  }

  /** Answers each request the same way. */
  public static Liar answering(int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Liar(
        out -> {
          String head =
              "HTTP/1.1 "
                  + status
                  + " x\r\nLocation: http://127.0.0.1:1/\r\nConnection: close\r\nContent-Length: "
                  + bytes.length
                  + "\r\n\r\n";
          out.write(head.getBytes(StandardCharsets.US_ASCII));
          out.write(bytes);
          out.flush();
        });
  }

  /** Takes requests and says nothing. */
  public static Liar silent() throws IOException {
    return new Liar(out -> Thread.sleep(60_000));
  }

  /** Begins an answer and never ends it. */
  public static Liar dripping() throws IOException {
    return new Liar(
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(50);
          }
        });
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      requests.incrementAndGet();
      read(socket.getInputStream());
      manner.answer(socket.getOutputStream());
    } catch (IOException gone) {
      // The client had enough.
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads a whole request, whose body is as long as its head says. */
  private static void read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      head.append((char) next);
    }
    String length = head.toString().replaceAll("(?is).*content-length: ([0-9]+).*", "$1");
    in.readNBytes(Integer.parseInt(length));
  }

  /** Where it listens. */
  public String address() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
    threads.close();
  }
}
