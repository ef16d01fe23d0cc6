package org.tamga.timestamp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A place on the network that stamps what it is sent.
 *
 * <p>RFC 3161 section 3.4, over HTTP. Follows no redirect: only the address typed is asked.
 *
 * @param address its address, {@code http} or {@code https}
 */
public record Authority(URI address) {
  private static final int MOST_CONNECT_SECONDS = 10;
  private static final int MOST_SECONDS = 60;
  private static final int GOOD = 200;

  public Authority {
    String scheme = address.getScheme();
    if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("not an http or https address: " + address);
    }
  }

  /** Sends a request and returns the reply, which nobody has checked yet. */
  public byte[] ask(TimestampRequest request) throws IOException {
    HttpRequest post =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(MOST_SECONDS))
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(MOST_CONNECT_SECONDS))
            .build()) {
      HttpResponse<byte[]> response = wait(client, post);
      if (response.statusCode() != GOOD) {
        throw new IOException(address + " answered with status " + response.statusCode());
      }
      return response.body();
    }
  }

  /** Waits for head and body together; the request's own limit ends with the head. */
  private HttpResponse<byte[]> wait(HttpClient client, HttpRequest post) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(
            post,
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), TimestampChecker.LARGEST_BYTES));
    try {
      return coming.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      client.shutdownNow();
      throw new IOException(address + " did not answer in " + MOST_SECONDS + " seconds", e);
    } catch (ExecutionException e) {
      client.shutdownNow();
      throw new IOException(address + " cannot be asked: " + e.getCause(), e);
    } catch (InterruptedException e) {
      client.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + address, e);
    }
  }
}
