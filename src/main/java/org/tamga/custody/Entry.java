package org.tamga.custody;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One event as the log shows it to everybody: its kind, and digests that give nothing away.
 *
 * <p>docs/spec/events.md, "Entry".
 *
 * @param kind what sort of event
 * @param digests one for each field, in ascending order, their number a multiple of {@link #STEP}
 * @param index for some kinds, the log index that the event speaks of
 */
public record Entry(EventKind kind, List<String> digests, OptionalLong index) {
  /** The number of digests is a multiple of this, to hide how many fields say something. */
  public static final int STEP = 16;

  private static final long FORMAT = 1;
  private static final int DIGEST_CHARACTERS = 43;

  /** The last character holds four bits of the digest; the two behind them are 0. */
  private static final String LAST_CHARACTERS = "AEIMQUYcgkosw048";

  public Entry {
    digests = List.copyOf(digests);
    if (digests.isEmpty() || digests.size() % STEP != 0) {
      throw new IllegalArgumentException("an entry has a multiple of 16 digests");
    }
    for (int i = 0; i < digests.size(); i++) {
      if (!isDigest(digests.get(i))
          || (i > 0 && digests.get(i - 1).compareTo(digests.get(i)) >= 0)) {
        throw new IllegalArgumentException("the digests are malformed or not in order");
      }
    }
    if (index.isPresent() != kind.namesIndex()) {
      throw new IllegalArgumentException("an index where there should be none, or none");
    }
  }

  private static boolean isDigest(String text) {
    if (text.length() != DIGEST_CHARACTERS
        || LAST_CHARACTERS.indexOf(text.charAt(DIGEST_CHARACTERS - 1)) < 0) {
      return false;
    }
    for (int i = 0; i < DIGEST_CHARACTERS; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!letter && (c < '0' || c > '9') && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** The entry in these bytes, or {@link IllegalArgumentException}. */
  public static Entry parse(byte[] bytes) {
    Json.Members object = CanonicalJson.parse(bytes).asMembers();
    boolean named = object.members().containsKey("index");
    if (object.members().size() != (named ? 4 : 3) || object.get("tamga").asWhole() != FORMAT) {
      throw new IllegalArgumentException("not an entry of format 1");
    }
    return new Entry(
        EventKind.parse(object.get("kind").asText()),
        object.get("digests").asArray().stream().map(Json::asText).toList(),
        named ? OptionalLong.of(object.get("index").asWhole()) : OptionalLong.empty());
  }

  /** The entry as the log holds it, which {@link #parse} reads back. */
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** The entry as text. */
  public String text() {
    return text(kind, index, digests);
  }

  /** What a person signs of this entry: all of it but the signature's own digest. */
  public String textWithout(String signatureDigest) {
    return text(
        kind, index, digests.stream().filter(digest -> !digest.equals(signatureDigest)).toList());
  }

  /** What a person signs of an entry that will have the digests of these fields and one more. */
  static String textToSign(CustodyEvent event, List<Field> fields) {
    return text(event.kind(), event.index(), fields.stream().map(Field::digest).sorted().toList());
  }

  private static String text(EventKind kind, OptionalLong index, List<String> shown) {
    TreeMap<String, Json> members = new TreeMap<>();
    List<Json> list = shown.stream().<Json>map(Json::text).toList();
    members.put("digests", new Json.Array(list));
    members.put("kind", Json.text(kind.word()));
    members.put("tamga", Json.whole(FORMAT));
    index.ifPresent(i -> members.put("index", Json.whole(i)));
    return CanonicalJson.write(new Json.Members(members));
  }
}
