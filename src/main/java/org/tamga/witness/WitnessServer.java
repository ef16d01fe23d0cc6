package org.tamga.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.Verdict;
import org.tamga.tlog.Witness;
import org.tamga.tlog.WitnessRequest;

/**
 * Answers those who ask a witness to cosign, and those who ask what it cosigned.
 *
 * <p>C2SP tlog-witness over HTTP; docs/spec/witness.md, "Answers".
 */
public final class WitnessServer implements AutoCloseable {
  private static final String SECONDS_TO_ARRIVE = "10";
  private static final String MOST_CONNECTIONS = "128";
  private static final int SECONDS_TO_FINISH = 5;
  private static final int BACKLOG = 64;
  private static final Pattern READING = Pattern.compile("/([0-9a-f]{64})/checkpoint");
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final Witness witness;
  private final HttpServer server;
  private final ExecutorService threads;
  private final Consumer<String> talk;

  private WitnessServer(
      Witness witness, HttpServer server, ExecutorService threads, Consumer<String> talk) {
    this.witness = witness;
    this.server = server;
    this.threads = threads;
    this.talk = talk;
  }

  /**
   * Serves until it is closed. What the witness remembers is read first, so that one that cannot
   * remember does not start.
   *
   * @param talk takes one line for the witness's keeper for each fault
   */
  public static WitnessServer start(
      Witness witness, InetSocketAddress address, Consumer<String> talk) throws IOException {
    witness.recallAll();
    limit("sun.net.httpserver.maxReqTime", SECONDS_TO_ARRIVE);
    limit("sun.net.httpserver.maxRspTime", SECONDS_TO_ARRIVE);
    limit("jdk.httpserver.maxConnections", MOST_CONNECTIONS);
    HttpServer server = HttpServer.create(address, BACKLOG);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    WitnessServer made = new WitnessServer(witness, server, threads, talk);
    server.createContext("/", made::handle);
    server.setExecutor(threads);
    server.start();
    return made;
  }

  /** The JDK's server takes its limits from here only, once, when its first server is made. */
  private static void limit(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** The prefix of submissions and readings. */
  public String address() {
    InetSocketAddress at = server.getAddress();
    String host = at.getAddress().getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    Matcher reading = READING.matcher(path == null ? "" : path);
    if ("/add-checkpoint".equals(path)) {
      if (isMethod(exchange, "POST")) {
        submit(exchange);
      }
    } else if (reading.matches()) {
      if (isMethod(exchange, "GET")) {
        read(exchange, reading.group(1));
      }
    } else {
      reply(exchange, 404, PLAIN, "there is nothing here\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean isMethod(HttpExchange exchange, String method) throws IOException {
    if (exchange.getRequestMethod().equals(method)) {
      return true;
    }
    exchange.getResponseHeaders().set("Allow", method);
    reply(exchange, 405, PLAIN, ("use " + method + "\n").getBytes(StandardCharsets.UTF_8));
    return false;
  }

  private void submit(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(WitnessRequest.LARGEST_BYTES + 1);
    if (body.length > WitnessRequest.LARGEST_BYTES) {
      reply(exchange, 413, PLAIN, "the request is too large\n".getBytes(StandardCharsets.UTF_8));
      return;
    }
    Verdict verdict;
    try {
      verdict = witness.submit(body);
    } catch (IOException | RuntimeException e) {
      fail(exchange, e);
      return;
    }
    byte[] words = verdict.body().getBytes(StandardCharsets.UTF_8);
    reply(exchange, verdict.status(), verdict.mediaType(), words);
  }

  private void read(HttpExchange exchange, String originHash) throws IOException {
    Optional<SignedNote> latest;
    try {
      latest = witness.latest(originHash);
    } catch (IOException | RuntimeException e) {
      fail(exchange, e);
      return;
    }
    if (latest.isPresent()) {
      reply(exchange, 200, PLAIN, latest.get().bytes());
    } else {
      byte[] words = "nothing of such a log was cosigned\n".getBytes(StandardCharsets.UTF_8);
      reply(exchange, 404, PLAIN, words);
    }
  }

  private void fail(HttpExchange exchange, Exception fault) throws IOException {
    talk.accept("nothing was cosigned: " + fault);
    byte[] words = "the witness has a fault\n".getBytes(StandardCharsets.UTF_8);
    reply(exchange, 500, PLAIN, words);
  }

  private static void reply(HttpExchange exchange, int status, String mediaType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", mediaType);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** Takes no more requests, and waits a little for those that are under way. */
  @Override
  public void close() {
    server.stop(SECONDS_TO_FINISH);
    threads.close();
  }
}
