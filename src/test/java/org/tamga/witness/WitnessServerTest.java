package org.tamga.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveException;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.TestLog;
import org.tamga.tlog.Witness;
import org.tamga.tlog.WitnessRequest;

class WitnessServerTest {
  private static final TestLog LOG = TestLog.of(200);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder = Path.of("");

  private ServedWitness start() throws IOException {
    return ServedWitness.start("witness.example/north", folder, LOG.key());
  }

  private static HttpRequest post(ServedWitness witness, byte[] body) {
    return HttpRequest.newBuilder(URI.create(witness.address() + "/add-checkpoint"))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static HttpResponse<String> submit(ServedWitness witness, WitnessRequest request)
      throws Exception {
    return HTTP.send(post(witness, request.bytes()), BodyHandlers.ofString());
  }

  private static HttpResponse<byte[]> get(ServedWitness witness, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(witness.address() + path)).build();
    return HTTP.send(request, BodyHandlers.ofByteArray());
  }

  private static String reading() {
    return "/" + Witness.originHash(TestLog.ORIGIN) + "/checkpoint";
  }

  @Test
  void aLogThatGrowsIsCosignedAndRemembered() throws Exception {
    try (ServedWitness witness = start()) {
      assertEquals(404, get(witness, reading()).statusCode());
      HttpResponse<String> first = submit(witness, LOG.request(0, 5));
      assertEquals(200, first.statusCode());
      SignedNote note =
          SignedNote.parse(
              (LOG.note(5).text() + "\n" + first.body()).getBytes(StandardCharsets.UTF_8));
      assertEquals(2, note.signatures().size());
      assertTrue(
          LOG.checkpoint(5)
              .isSignedBy(witness.keys().keys().getFirst(), note.signatures().getFirst()));
      HttpResponse<String> wrong = submit(witness, LOG.request(4, 9));
      assertEquals(409, wrong.statusCode());
      assertEquals("5\n", wrong.body());
      assertEquals("text/x.tlog.size", wrong.headers().firstValue("Content-Type").orElse(""));
      assertEquals(200, submit(witness, LOG.request(5, 9)).statusCode());
      assertEquals(LOG.note(9).text(), SignedNote.parse(get(witness, reading()).body()).text());
    }
    try (ServedWitness again = start()) {
      assertEquals("9\n", submit(again, LOG.request(0, 9)).body());
    }
  }

  @Test
  void aForkIsKeptAsEvidenceWithBothSides() throws Exception {
    TestLog fork = LOG.forkAfter(3, "no boat");
    try (ServedWitness witness = start()) {
      assertEquals(200, submit(witness, LOG.request(0, 5)).statusCode());
      byte[] held = get(witness, reading()).body();
      for (int times = 0; times < 2; times++) {
        assertEquals(422, submit(witness, fork.request(5, 5)).statusCode());
      }
      Path place = folder.resolve("evidence").resolve(Witness.originHash(TestLog.ORIGIN));
      List<Path> kept;
      try (Stream<Path> files = Files.list(place)) {
        kept = files.sorted().toList();
      }
      assertEquals(2, kept.size(), "the same fork once: " + kept);
      assertTrue(kept.getFirst().getFileName().toString().matches("fork-[0-9a-f]{16}\\.held"));
      assertArrayEquals(held, Files.readAllBytes(kept.getFirst()));
      assertArrayEquals(fork.request(5, 5).bytes(), Files.readAllBytes(kept.getLast()));
      assertTrue(witness.said().getFirst().contains("two histories: " + TestLog.ORIGIN));
      assertArrayEquals(held, get(witness, reading()).body(), "the fork changed nothing");
    }
  }

  @Test
  void aFloodOfContradictionsDoesNotFillTheDisk() throws Exception {
    Path place = folder.resolve("evidence").resolve(Witness.originHash(TestLog.ORIGIN));
    Files.createDirectories(place);
    for (int i = 0; i < WitnessState.MOST_EVIDENCE; i++) {
      Files.createFile(place.resolve("doubtful-" + i + ".request"));
    }
    TestLog fork = LOG.forkAfter(3, "no boat");
    try (ServedWitness witness = start()) {
      assertEquals(200, submit(witness, LOG.request(0, 5)).statusCode());
      assertEquals(422, submit(witness, fork.request(5, 9)).statusCode());
      assertEquals(WitnessState.MOST_EVIDENCE, place.toFile().list().length);
      assertEquals(422, submit(witness, fork.request(5, 5)).statusCode());
      assertEquals(WitnessState.MOST_EVIDENCE + 2, place.toFile().list().length, "forks have room");
    }
  }

  @Test
  void otherPathsMethodsAndSizesAreRefused() throws Exception {
    try (ServedWitness witness = start()) {
      assertEquals(404, get(witness, "/").statusCode());
      assertEquals(404, get(witness, "/../keys/witness-ed25519.key").statusCode());
      assertEquals(404, get(witness, reading().toUpperCase(java.util.Locale.ROOT)).statusCode());
      assertEquals(404, get(witness, reading() + "/").statusCode());
      HttpResponse<byte[]> wrongMethod = get(witness, "/add-checkpoint");
      assertEquals(405, wrongMethod.statusCode());
      assertEquals("POST", wrongMethod.headers().firstValue("Allow").orElse(""));
      byte[] large = new byte[WitnessRequest.LARGEST_BYTES + 1];
      assertEquals(413, HTTP.send(post(witness, large), BodyHandlers.ofString()).statusCode());
      assertEquals(
          400, HTTP.send(post(witness, new byte[0]), BodyHandlers.ofString()).statusCode());
    }
  }

  @Test
  void whoSendsSlowlyDoesNotKeepOthersWaiting() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (ServedWitness witness = start()) {
      URI at = URI.create(witness.address());
      for (int i = 0; i < 40; i++) {
        Socket socket = new Socket(at.getHost(), at.getPort());
        slow.add(socket);
        OutputStream out = socket.getOutputStream();
        String head = "POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nold";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      assertEquals(200, submit(witness, LOG.request(0, 5)).statusCode());
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void fiftyAtOnceGetOneHistory() throws Exception {
    TestLog fork = LOG.forkAfter(3, "no boat");
    try (ServedWitness witness = start()) {
      assertEquals(200, submit(witness, LOG.request(0, 3)).statusCode());
      List<WitnessRequest> requests = new ArrayList<>();
      List<CompletableFuture<HttpResponse<String>>> coming = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        TestLog history = i % 2 == 0 ? LOG : fork;
        requests.add(history.request(3, 4 + i % 3));
        coming.add(
            HTTP.sendAsync(post(witness, requests.getLast().bytes()), BodyHandlers.ofString()));
      }
      Map<Long, String> cosigned = new HashMap<>();
      for (int i = 0; i < 50; i++) {
        int status = coming.get(i).get().statusCode();
        assertTrue(status == 200 || status == 409 || status == 422, "status " + status);
        if (status == 200) {
          var checkpoint = requests.get(i).checkpoint();
          cosigned.merge(
              checkpoint.size(),
              checkpoint.root().toString(),
              (one, other) -> {
                assertEquals(one, other);
                return one;
              });
        }
      }
      assertEquals(1, cosigned.size(), "one was first; the others prove from another size");
    }
  }

  @Test
  void aWitnessThatCannotRememberDoesNotStart() throws Exception {
    try (ServedWitness witness = start()) {
      assertEquals(200, submit(witness, LOG.request(0, 5)).statusCode());
      assertThrows(ArchiveException.class, this::start, "one program at a time");
    }
    Path file = folder.resolve("checkpoints").resolve(Witness.originHash(TestLog.ORIGIN));
    byte[] good = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(good, good.length / 2));
    ArchiveException refused = assertThrows(ArchiveException.class, this::startAlone);
    assertEquals(ArchiveException.Reason.DAMAGED, refused.reason());
    Files.write(file, TestLog.of("example.org/other", 5).note(5).bytes());
    assertThrows(ArchiveException.class, this::startAlone);
  }

  /** As {@link #start}, in a copy of the folder: a start that failed still holds the lock. */
  private ServedWitness startAlone() throws IOException {
    Path copy = Files.createTempDirectory(folder.getParent(), "state");
    Files.createDirectories(copy.resolve("checkpoints"));
    String name = "checkpoints/" + Witness.originHash(TestLog.ORIGIN);
    Files.copy(folder.resolve(name), copy.resolve(name));
    return ServedWitness.start("witness.example/north", copy, LOG.key());
  }
}
