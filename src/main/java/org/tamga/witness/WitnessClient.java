package org.tamga.witness;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tamga.tlog.WitnessRequest;

/**
 * Carries requests to witnesses and their answers back, waiting only so long and reading so much.
 *
 * <p>Follows no redirection and asks no proxy: it contacts the address given and nobody else.
 */
public final class WitnessClient implements AutoCloseable {
  /** Sixteen post-quantum cosignatures fit. */
  private static final int LARGEST_ANSWER_BYTES = 1 << 16;

  private static final int MOST_SECONDS_TO_CONNECT = 5;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(Duration.ofSeconds(MOST_SECONDS_TO_CONNECT))
          .build();

  private final Duration patience;

  /**
   * @param patience how long to wait for one whole answer
   */
  public WitnessClient(Duration patience) {
    this.patience = patience;
  }

  /** An answer as it came. */
  record Answer(int status, String mediaType, String body) {}

  /** No answer, and why. */
  static final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1;

    private final Trouble trouble;

    NoAnswerException(Trouble trouble, String words) {
      super(words);
      this.trouble = trouble;
    }

    Trouble trouble() {
      return trouble;
    }
  }

  /** Submits a checkpoint to the witness with this prefix. */
  Answer submit(String prefix, WitnessRequest request)
      throws NoAnswerException, InterruptedException {
    HttpRequest post =
        HttpRequest.newBuilder(address(prefix))
            .timeout(patience)
            .POST(BodyPublishers.ofByteArray(request.bytes()))
            .build();
    CompletableFuture<HttpResponse<byte[]>> coming =
        http.sendAsync(
            post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER_BYTES));
    try {
      // The request's own time limit ends when the body begins; this one covers all of it.
      HttpResponse<byte[]> answer = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      String mediaType = answer.headers().firstValue("Content-Type").orElse("");
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      return new Answer(answer.statusCode(), mediaType, body);
    } catch (TimeoutException e) {
      throw silent();
    } catch (ExecutionException e) {
      throw noAnswer(e.getCause());
    } finally {
      coming.cancel(true);
    }
  }

  private NoAnswerException silent() {
    return new NoAnswerException(
        Trouble.WITNESS_SILENT, "no whole answer within " + patience.toSeconds() + " seconds");
  }

  private NoAnswerException noAnswer(@Nullable Throwable cause) {
    if (cause instanceof java.net.http.HttpConnectTimeoutException) {
      return new NoAnswerException(Trouble.WITNESS_UNREACHABLE, "no connection in time");
    }
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return silent();
    }
    if (cause instanceof java.net.ConnectException) {
      return new NoAnswerException(Trouble.WITNESS_UNREACHABLE, "no connection: is it running?");
    }
    if (cause instanceof IOException broken) {
      return new NoAnswerException(Trouble.WITNESS_INVALID, "no whole answer: " + broken);
    }
    throw new IllegalStateException("asking a witness failed", cause);
  }

  private static URI address(String prefix) throws NoAnswerException {
    try {
      URI uri = new URI(prefix.replaceAll("/+$", "") + "/add-checkpoint");
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null;
      if (plain && uri.getHost() != null && scheme.matches("https?") && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below in the same words as for an address of another kind.
    }
    throw new NoAnswerException(
        Trouble.WITNESS_UNREACHABLE, "'" + prefix + "' is not an address of the web");
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
