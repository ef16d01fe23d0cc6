package org.tamga.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.vault.Disk;
import org.tamga.web.preview.Previews;

/** Serves the pages of one archive over HTTP until it is closed. */
public final class PageServer implements AutoCloseable {
  /** Serves this machine and no other. */
  public static final String LOOPBACK = "127.0.0.1";

  /** A few people at one archive; each request holds one thread and one open record. */
  private static final int MOST_THREADS = 32;

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  /** An embargo ends when its day has begun everywhere. */
  private static final ZoneOffset LAST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(-12);

  private final Answers answers = new Answers();
  private final Previews previews = new Previews();
  private final InetAddress listen;
  private final Javalin server;
  private @Nullable AddressedHost host;

  private PageServer(Disk disk, Path folder, InetAddress listen) {
    this.listen = listen;
    Audience audience = new AddressedHost(listen, 0).audience();
    Clock clock = Clock.system(LAST_TO_BEGIN_A_DAY);
    Pages pages = new Pages(disk, folder, audience, clock, answers, previews);
    this.server = Javalin.create(config -> configure(config, pages));
  }

  /**
   * Starts to serve.
   *
   * @param folder the archive's
   * @param listen the address to listen on; any other than this machine's own lets others see what
   *     the documents' handling allows
   * @param port the port, 0 for any that is free
   */
  public static PageServer start(Disk disk, Path folder, InetAddress listen, int port) {
    PageServer pages = new PageServer(disk, folder, listen);
    try {
      pages.server.start(listen.getHostAddress(), port);
    } catch (RuntimeException refused) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "the pages cannot be served on port "
              + port
              + ": another program uses it, or this"
              + " system does not allow it",
          "choose another with --port, or any that is free with --port 0");
    }
    pages.host = new AddressedHost(listen, pages.server.port());
    return pages;
  }

  /** Where a browser finds the pages. */
  public String address() {
    return Objects.requireNonNull(host).url();
  }

  /** Whether other machines can reach the pages. */
  public boolean isShared() {
    return !listen.isLoopbackAddress();
  }

  private void configure(JavalinConfig config, Pages pages) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(jetty -> jetty.setErrorHandler(PageServer::refuseMalformed));
    config.routes.before(this::admit);
    pages.addTo(config.routes);
    config.routes.exception(
        ArchiveException.class, (refused, context) -> explain(refused, context));
    config.routes.exception(Exception.class, (fault, context) -> confess(context));
    config.routes.error(
        404,
        context -> {
          if (context.resultInputStream() == null || isPlain(context)) {
            answers.missing(context);
          }
        });
  }

  /** Whether an answer is the framework's own and not yet a page of ours. */
  private static boolean isPlain(Context context) {
    String type = context.res().getContentType();
    return type == null || !type.startsWith("text/html");
  }

  private void admit(Context context) {
    Answers.HEADERS.forEach(context::header);
    if (host == null || !host.accepts(context.header("Host"))) {
      answers.message(
          context,
          HttpStatus.MISDIRECTED_REQUEST,
          MessagePage.of(
              "Wrong address",
              "This request names another address than the one that these pages are served at.",
              "Open the address that tamga serve printed."));
      context.skipRemainingHandlers();
    } else if (!READING.contains(context.method())) {
      context.header("Allow", "GET, HEAD");
      answers.message(
          context,
          HttpStatus.METHOD_NOT_ALLOWED,
          MessagePage.of(
              "Nothing can be changed here",
              "These pages can only be read.",
              "Use the commands of tamga to change an archive."));
      context.skipRemainingHandlers();
    }
  }

  private void explain(ArchiveException refused, Context context) {
    String what = Objects.requireNonNullElse(refused.getMessage(), "The archive cannot be used.");
    // Paths of this machine are the keeper's business.
    MessagePage message =
        isShared()
            ? MessagePage.of("Not now", "The archive cannot be shown now.", "Ask its keeper.")
            : MessagePage.of("Not now", what, refused.hint());
    answers.message(context, HttpStatus.SERVICE_UNAVAILABLE, message);
  }

  private void confess(Context context) {
    answers.message(
        context,
        HttpStatus.INTERNAL_SERVER_ERROR,
        MessagePage.of(
            "A fault of the program",
            "This page could not be made.",
            "Nothing was changed or lost. If it happens again, please report the address."));
  }

  /** What is no HTTP never reaches the pages; it is answered in words all the same. */
  private static boolean refuseMalformed(Request request, Response response, Callback callback) {
    Answers.HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put("Content-Type", "text/plain; charset=utf-8");
    if (response.getStatus() < 400) {
      response.setStatus(400);
    }
    Content.Sink.write(response, true, "This request cannot be understood.\n", callback);
    return true;
  }

  @Override
  public void close() {
    server.stop();
    previews.close();
  }
}
