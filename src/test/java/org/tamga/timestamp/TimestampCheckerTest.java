package org.tamga.timestamp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tamga.witness.Liar;

/** Each way in which a stamp can be wrong has its own name. */
class TimestampCheckerTest {
  private static final byte[] STATE = "tamga/test\n3\nAAAA\n".getBytes(StandardCharsets.UTF_8);

  private final ForgedStamp forged = new ForgedStamp();

  private Verdict judge(byte[] reply, byte[] stamped, @Nullable BigInteger nonce) throws Exception {
    TrustAnchors anchors = new TrustAnchors(List.of(forged.root()));
    return new TimestampChecker(anchors).check(reply, stamped, nonce);
  }

  private Verdict judge() throws Exception {
    return judge(forged.reply(STATE), STATE, ForgedStamp.NONCE);
  }

  private static void assertCode(TimestampCode code, Verdict verdict) {
    assertEquals(code, assertInstanceOf(Verdict.Rejected.class, verdict).code(), "" + verdict);
  }

  @Test
  void aGoodStampTellsTimeAuthorityAndPath() throws Exception {
    var accepted = assertInstanceOf(Verdict.Accepted.class, judge());
    assertEquals(ForgedStamp.NOON, accepted.time());
    assertEquals("CN=Clock", accepted.authority());
    assertEquals(2, accepted.path().size());
    assertEquals(forged.root().getPublicKey(), accepted.path().getLast().getPublicKey());
  }

  @Test
  void otherBytesAreRefused() throws Exception {
    byte[] other = "tamga/test\n4\nAAAA\n".getBytes(StandardCharsets.UTF_8);
    byte[] reply = forged.reply(STATE);
    assertCode(TimestampCode.TIMESTAMP_IMPRINT, judge(reply, other, ForgedStamp.NONCE));
    forged.weakImprint = true;
    assertCode(TimestampCode.TIMESTAMP_IMPRINT, judge());
  }

  @Test
  void theAnswerToAnotherRequestIsRefused() throws Exception {
    byte[] reply = forged.reply(STATE);
    assertCode(TimestampCode.TIMESTAMP_NONCE, judge(reply, STATE, BigInteger.ONE));
    assertInstanceOf(Verdict.Accepted.class, judge(reply, STATE, null));
  }

  @Test
  void whatWasNotGrantedIsRefused() throws Exception {
    forged.status = 2;
    assertCode(TimestampCode.TIMESTAMP_REFUSED, judge());
    forged.status = 1;
    assertInstanceOf(Verdict.Accepted.class, judge());
  }

  @Test
  void theSignerMustBeNamedAndThere() throws Exception {
    forged.hasCertificate = false;
    assertCode(TimestampCode.TIMESTAMP_CERTIFICATE, judge());
    forged.hasCertificate = true;
    forged.namesAnother = true;
    assertCode(TimestampCode.TIMESTAMP_CERTIFICATE, judge());
    forged.namesAnother = false;
    forged.namedInOldWayToo = true;
    assertCode(TimestampCode.TIMESTAMP_CERTIFICATE, judge());
    forged.namedInOldWayToo = false;
    forged.namesCertificate = false;
    assertCode(TimestampCode.TIMESTAMP_CERTIFICATE, judge());
  }

  @Test
  void theCertificateMustBeForStampsAlone() throws Exception {
    forged.usageIsCritical = false;
    assertCode(TimestampCode.TIMESTAMP_USAGE, judge());
    forged.usageIsCritical = true;
    forged.purposes = List.of(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning);
    assertCode(TimestampCode.TIMESTAMP_USAGE, judge());
    forged.purposes = List.of(KeyPurposeId.id_kp_codeSigning);
    assertCode(TimestampCode.TIMESTAMP_USAGE, judge());
    forged.hasUsage = false;
    assertCode(TimestampCode.TIMESTAMP_USAGE, judge());
  }

  @Test
  void certificatesCountAtTheStampedTimeAndNotAfter() throws Exception {
    forged.until = ForgedStamp.NOON.minusSeconds(1);
    assertCode(TimestampCode.TIMESTAMP_EXPIRED, judge());
    forged.until = ForgedStamp.NOON.plusSeconds(10);
    assertInstanceOf(Verdict.Accepted.class, judge());
    forged.rootUntil = ForgedStamp.NOON.minusSeconds(1);
    assertCode(TimestampCode.TIMESTAMP_UNTRUSTED, judge());
  }

  @Test
  void anAuthorityThatCertifiesItselfIsNotTrusted() throws Exception {
    forged.selfSigned = true;
    assertCode(TimestampCode.TIMESTAMP_UNTRUSTED, judge());
    ForgedStamp another = new ForgedStamp();
    byte[] reply = another.reply(STATE);
    assertCode(TimestampCode.TIMESTAMP_UNTRUSTED, judge(reply, STATE, null));
  }

  @Test
  void weakSignaturesDoNotCount() throws Exception {
    forged.signature = "SHA1withECDSA";
    assertCode(TimestampCode.TIMESTAMP_SIGNATURE, judge());
  }

  @Test
  void whatIsNoReplyIsMalformed() throws Exception {
    byte[] reply = forged.reply(STATE);
    assertCode(TimestampCode.TIMESTAMP_MALFORMED, judge(new byte[0], STATE, null));
    byte[] longer = Arrays.copyOf(reply, reply.length + 1);
    assertCode(TimestampCode.TIMESTAMP_MALFORMED, judge(longer, STATE, null));
    byte[] shorter = Arrays.copyOf(reply, reply.length - 1);
    assertCode(TimestampCode.TIMESTAMP_MALFORMED, judge(shorter, STATE, null));
    assertCode(TimestampCode.TIMESTAMP_MALFORMED, judge(forged.token(STATE), STATE, null));
    byte[] huge = new byte[TimestampChecker.LARGEST_BYTES + 1];
    assertCode(TimestampCode.TIMESTAMP_MALFORMED, judge(huge, STATE, null));
  }

  /** Whatever bytes come: a verdict, never a fault; and no change of what is said is accepted. */
  @Test
  void noChangeLeadsAstray() throws Exception {
    byte[] reply = forged.reply(STATE);
    long seed = System.nanoTime();
    System.out.println("TimestampCheckerTest: seed " + seed);
    Random random = new Random(seed);
    int accepted = 0;
    for (int i = 0; i < reply.length; i++) {
      byte[] changed = reply.clone();
      changed[i] ^= (byte) (1 << random.nextInt(8));
      if (judge(changed, STATE, ForgedStamp.NONCE) instanceof Verdict.Accepted still) {
        assertEquals(ForgedStamp.NOON, still.time());
        assertEquals("CN=Clock", still.authority());
        accepted++;
      }
    }
    // Fewer than one in twenty: the word granted, versions and names that nothing reads.
    assertTrue(
        accepted * 20 < reply.length,
        accepted + " changes of " + reply.length + " made no difference");
  }

  @Test
  void anAuthorityThatHangsKeepsNobodyWaitingLong() throws Exception {
    try (Liar silent = Liar.silent();
        Liar dripping = Liar.dripping();
        Liar broken = Liar.answering(500, "a fault");
        Liar elsewhere = Liar.answering(302, "")) {
      long before = System.nanoTime();
      assertTrue(answerOf(silent.address()).startsWith("TIMESTAMP_SILENT"));
      assertTrue(answerOf(dripping.address()).startsWith("TIMESTAMP_SILENT"));
      assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 10);
      assertTrue(answerOf(broken.address()).contains("answered with status 500"));
      assertTrue(answerOf(elsewhere.address()).contains("answered with status 302"));
      assertTrue(answerOf("http://127.0.0.1:1").startsWith("TIMESTAMP_UNREACHABLE"));
    }
  }

  private static String answerOf(String address) throws IOException {
    Authority authority = new Authority(URI.create(address), 1);
    TimestampRequest request = TimestampRequest.over(new byte[] {1}, new SecureRandom());
    return String.valueOf(
        assertThrows(IOException.class, () -> authority.ask(request)).getMessage());
  }

  @Test
  void onlyWebAddressesAreAsked() {
    for (String wrong : List.of("file:///etc/passwd", "ftp://time.example/", "http:/x", "time")) {
      assertThrows(
          IllegalArgumentException.class, () -> new Authority(URI.create(wrong), 1), wrong);
    }
  }
}
