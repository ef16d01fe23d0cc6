package org.tamga.timestamp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A time-stamping authority on this machine's loopback: {@code openssl ts} behind a small server.
 */
public final class OpensslAuthority implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;

  private OpensslAuthority(Path folder, HttpServer server) {
    this.folder = folder;
    this.server = server;
  }

  /** Skips the rest of a test aloud where there is no openssl. */
  public static void assume() {
    boolean there = true;
    try {
      there = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
    } catch (IOException e) {
      there = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Assumptions.assumeTrue(there, "SKIPPED: openssl is the authority here, and it is not there");
  }

  /** Starts an authority with a new root and a signer of its own. */
  public static OpensslAuthority in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(Path.of("src/test/resources/tsa.conf"), folder.resolve("tsa.conf"));
    Files.writeString(folder.resolve("serial"), "01\n");
    openssl(
        folder,
        "req -x509 -config tsa.conf -extensions root -newkey ec -pkeyopt"
            + " ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=Selm-Root"
            + " -keyout root.key -out root.pem");
    openssl(
        folder,
        "req -config tsa.conf -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
            + " -subj /CN=Time-of-Selm -keyout signer.key -out signer.csr");
    openssl(
        folder,
        "x509 -req -in signer.csr -CA root.pem -CAkey root.key -set_serial 7 -days 20"
            + " -extfile tsa.conf -extensions signer -out signer.pem");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    OpensslAuthority authority = new OpensslAuthority(folder, server);
    server.createContext(
        "/",
        exchange -> {
          byte[] reply = authority.reply(exchange.getRequestBody().readAllBytes());
          exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
    return authority;
  }

  private synchronized byte[] reply(byte[] request) throws IOException {
    Files.write(folder.resolve("query.tsq"), request);
    openssl(
        folder,
        "ts -reply -config tsa.conf -section clock -queryfile query.tsq -signer signer.pem"
            + " -inkey signer.key -chain root.pem -out reply.tsr");
    return Files.readAllBytes(folder.resolve("reply.tsr"));
  }

  /** Where it takes requests. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/tsa";
  }

  /** The root that whoever trusts it has to name. */
  public Path root() {
    return folder.resolve("root.pem");
  }

  /** Runs openssl in a folder; what it prints. */
  public static String openssl(Path folder, String arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments.split(" ")));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("openssl " + arguments + "\n" + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return said;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
