package org.tamga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.EventKind;
import org.tamga.custody.Handling;
import org.tamga.custody.Handling.Access;
import org.tamga.custody.Particulars;
import org.tamga.vault.Digest;

/** What others may see when the pages can be reached from other machines. */
class OthersTest {
  private final Path folder;

  OthersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void othersSeeWhatMayBeSharedAndNothingElse() throws IOException {
    try (Served served = new Served(folder, "0.0.0.0")) {
      Particulars told =
          Particulars.NONE.with("source", "Quill the ferryman").with("collector", "Bramble");
      Digest open = served.archive().add("ferry-secret-name.txt", "Open harbour text", told, null);
      List<Digest> hidden =
          List.of(
              add(served, "Restricted harbour", handling(Access.RESTRICTED, null)),
              add(served, "Protected harbour", handling(Access.PROTECTED, null)),
              add(served, "Embargoed harbour", handling(Access.OPEN, LocalDate.of(2999, 1, 1))),
              add(served, "Withheld harbour", handling(Access.OPEN, null)));
      served.archive().remove(EventKind.WITHHELD, hidden.getLast());
      served.catchUp();

      String list = served.get("/").body();
      assertTrue(list.contains("Open harbour text"), list);
      assertTrue(list.contains("4 of the documents on this page may not be shown here"), list);
      String found = served.get("/search?q=harbour").body();
      assertTrue(found.contains("1 document found"), found);
      for (String path :
          List.of(
              "/",
              "/search?q=harbour",
              "/documents/" + open.hex(),
              "/documents/" + open.hex() + "/custody")) {
        String body = served.get(path).body();
        for (String word :
            List.of(
                "Restricted",
                "Protected",
                "Embargoed",
                "Withheld h",
                "Quill",
                "Bramble",
                "ferry-secret")) {
          assertFalse(body.contains(word), word + " is on " + path);
        }
      }
      for (Digest one : hidden) {
        for (String rest : List.of("", "/custody", "/original")) {
          assertEquals(404, served.get("/documents/" + one.hex() + rest).statusCode());
        }
      }
      var original = served.get("/documents/" + open.hex() + "/original");
      assertFalse(PageServerTest.header(original, "Content-Disposition").contains("ferry"));
    }
  }

  private static Digest add(Served served, String text, Handling handling) throws IOException {
    return served.archive().add("file.txt", text, Particulars.NONE, handling);
  }

  private static Handling handling(Access access, @Nullable LocalDate embargo) {
    return new Handling(access, null, embargo, false);
  }

  @Test
  void onlyNamesOfThisMachineAreAccepted() throws IOException {
    AddressedHost loopback = new AddressedHost(InetAddress.ofLiteral("127.0.0.1"), 8420);
    assertTrue(loopback.accepts("127.0.0.1:8420") && loopback.accepts("localhost:8420"));
    for (String wrong :
        List.of("127.0.0.1", "10.0.0.1:8420", "a.example:8420", "localhost:84", "")) {
      assertFalse(loopback.accepts(wrong), wrong);
    }
    assertFalse(loopback.accepts(null));
    AddressedHost six = new AddressedHost(InetAddress.ofLiteral("::1"), 8420);
    assertEquals("http://[::1]:8420/", six.url());
    assertTrue(six.accepts("[::1]:8420"));
    AddressedHost all = new AddressedHost(InetAddress.ofLiteral("0.0.0.0"), 80);
    assertTrue(all.accepts("192.0.2.7") && all.accepts("192.0.2.7:80") && all.accepts("[fe80::1]"));
    assertFalse(all.accepts("a.example"));
    assertEquals(Audience.OTHERS, all.audience());
  }
}
