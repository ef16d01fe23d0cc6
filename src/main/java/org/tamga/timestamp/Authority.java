package org.tamga.timestamp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A place on the network that stamps what it is sent.
 *
 * <p>RFC 3161 section 3.4, over HTTP. Follows no redirect: only the address typed is asked.
 *
 * @param address its address, {@code http} or {@code https}
 * @param waitSeconds how long to wait for a whole answer
 */
public record Authority(URI address, int waitSeconds) {
  private static final int MOST_CONNECT_SECONDS = 10;

  /** How long to wait where nobody says otherwise. */
  public static final int USUAL_WAIT_SECONDS = 60;

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
            .timeout(Duration.ofSeconds(waitSeconds))
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(Math.min(MOST_CONNECT_SECONDS, waitSeconds)))
            .build()) {
      HttpResponse<byte[]> response = wait(client, post);
      if (response.statusCode() != GOOD) {
        throw trouble(
            TimestampCode.TIMESTAMP_UNREACHABLE,
            "it answered with status " + response.statusCode(),
            null);
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
      return coming.get(waitSeconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      client.shutdownNow();
      throw silent(e);
    } catch (ExecutionException e) {
      client.shutdownNow();
      if (e.getCause() instanceof HttpTimeoutException
          && !(e.getCause() instanceof HttpConnectTimeoutException)) {
        throw silent(e);
      }
      throw trouble(TimestampCode.TIMESTAMP_UNREACHABLE, String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      client.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + address, e);
    }
  }

  private IOException silent(Exception cause) {
    String words = "no whole answer in " + waitSeconds + " seconds";
    return trouble(TimestampCode.TIMESTAMP_SILENT, words, cause);
  }

  private IOException trouble(TimestampCode code, String words, @Nullable Exception cause) {
    return new IOException(code + ": " + address + ": " + words, cause);
  }
}
