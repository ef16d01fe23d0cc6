package org.tamga.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Projection;
import org.tamga.record.ProjectionListener;
import org.tamga.record.TestArchive;
import org.tamga.record.TestSteps;
import org.tamga.search.SearchIndex;
import org.tamga.vault.SystemDisk;

/** An archive of a test's own and its pages. */
final class Served implements AutoCloseable {
  private final TestArchive archive;
  private final HttpClient client = HttpClient.newHttpClient();
  private final PageServer pages;
  private final URI address;

  /** Serves the archive that a folder will hold, at an address of this machine. */
  Served(Path folder, String listen) throws IOException {
    archive = TestArchive.in(folder);
    pages = PageServer.start(new SystemDisk(), archive.folder(), InetAddress.getByName(listen), 0);
    address = URI.create(pages.address().replace("0.0.0.0", "127.0.0.1"));
  }

  static Served in(Path folder) throws IOException {
    return new Served(folder, PageServer.LOOPBACK);
  }

  TestArchive archive() {
    return archive;
  }

  URI address() {
    return address;
  }

  /** Brings record and index up to date. */
  void catchUp() throws IOException {
    new Projection(TestSteps.version("1")).catchUp(archive.view(), ProjectionListener.SILENT);
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      SearchIndex.upToDate(archive.view(), record).close();
    }
  }

  HttpResponse<String> ask(String method, String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new IOException(asked);
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    return ask("GET", path);
  }

  Document page(String path) throws IOException {
    return Jsoup.parse(get(path).body());
  }

  /** The answer to a request just as it is written here. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    pages.close();
    archive.close();
  }
}
