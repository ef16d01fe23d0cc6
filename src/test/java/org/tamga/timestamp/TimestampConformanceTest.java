package org.tamga.timestamp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies of real authorities, good and odd; each gets the verdict that it deserves. */
class TimestampConformanceTest {
  private static final Path FILES = Path.of("../shared/conformance/timestamps");

  /** What four of the five are over; the issue's own reply is over a greeting. */
  private static final byte[] STAMPED =
      "4b7b4e39f12b8c725e6e603e6d4422500316df94211070682ef10260ff5759ef"
          .getBytes(StandardCharsets.UTF_8);

  private static final byte[] GREETING = "hello".getBytes(StandardCharsets.UTF_8);

  private final TimestampChecker checker = new TimestampChecker(TrustAnchors.ofRuntime());

  @BeforeEach
  void setUp() {
    Assumptions.assumeTrue(
        Files.isDirectory(FILES), "SKIPPED: the shared time stamps are not beside this tree");
  }

  private static byte[] read(String name) throws IOException {
    return Files.readAllBytes(FILES.resolve(name));
  }

  private static void assertRejected(TimestampCode code, Verdict verdict) {
    assertEquals(code, assertInstanceOf(Verdict.Rejected.class, verdict).code(), "" + verdict);
  }

  private static void assertAccepted(String time, Verdict verdict) {
    var accepted = assertInstanceOf(Verdict.Accepted.class, verdict, "" + verdict);
    assertEquals(Instant.parse(time), accepted.time());
  }

  @Test
  void theValidOneIsAcceptedForWhatItBinds() throws IOException {
    byte[] reply = read("valid_timestamp.tsr");
    assertAccepted("2025-03-11T10:43:58Z", checker.check(reply, STAMPED, null));
    assertRejected(TimestampCode.TIMESTAMP_IMPRINT, checker.check(reply, GREETING, null));
  }

  @Test
  void theOtherTwoAuthoritiesAreAcceptedToo() throws IOException {
    assertAccepted("2025-03-24T11:17:47Z", checker.check(read("digicert.tsr"), STAMPED, null));
    byte[] greeting = read("rfc3161-client-issue-104.tsr");
    assertAccepted("2025-03-11T08:52:08Z", checker.check(greeting, GREETING, null));
    assertRejected(TimestampCode.TIMESTAMP_IMPRINT, checker.check(greeting, STAMPED, null));
  }

  /** Its signer is certified by a state's own authority, which is not in it and not trusted. */
  @Test
  void theSelfSignedOneIsUntrusted() throws IOException {
    assertRejected(
        TimestampCode.TIMESTAMP_UNTRUSTED, checker.check(read("self_signed.tsr"), STAMPED, null));
  }

  /** The token of the valid reply without the reply around it. */
  @Test
  void theBareTokenIsNoReply() throws IOException {
    byte[] token = read("timestamp_token_http-timestamp-identrust-com");
    assertRejected(TimestampCode.TIMESTAMP_MALFORMED, checker.check(token, STAMPED, null));
    assertAccepted("2025-03-11T10:43:58Z", checker.checkToken(token, STAMPED));
    byte[] reply = read("valid_timestamp.tsr");
    assertArrayEquals(token, Arrays.copyOfRange(reply, reply.length - token.length, reply.length));
  }
}
