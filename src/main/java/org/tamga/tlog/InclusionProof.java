package org.tamga.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page that shows, without the log, that one entry is in it.
 *
 * <p>C2SP tlog-proof: the index, the hashes from the leaf's sibling upwards, and the signed state
 * of the log. Written without {@code extra}, and refused with it: nothing would vouch for it.
 *
 * @param index which entry, from 0
 * @param hashes the hashes beside its way to the root
 * @param checkpoint the signed state, to the byte
 */
public record InclusionProof(long index, List<TreeHash> hashes, SignedNote checkpoint) {
  /** Largest proof read, in bytes: a note, and a hash for each of 64 levels. */
  public static final int LARGEST_BYTES = SignedNote.LARGEST_BYTES + 64 * 64;

  private static final String HEAD = "c2sp.org/tlog-proof@v1";
  private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,17})");

  public InclusionProof {
    hashes = List.copyOf(hashes);
    if (index < 0) {
      throw new MalformedLogException("no entry has the index " + index);
    }
    Checkpoint.parse(checkpoint.text());
  }

  /** The proof in these bytes, or {@link MalformedLogException} where they are not canonical. */
  public static InclusionProof parse(byte[] bytes) {
    if (bytes.length > LARGEST_BYTES) {
      throw new MalformedLogException("a proof of " + bytes.length + " bytes is too large");
    }
    String text = utf8(bytes);
    int blank = text.indexOf("\n\n");
    List<String> lines = blank < 0 ? List.of() : List.of(text.substring(0, blank).split("\n"));
    if (lines.size() < 2 || !lines.get(0).equals(HEAD)) {
      throw new MalformedLogException("not a tlog-proof of version 1");
    }
    var index = INDEX.matcher(lines.get(1));
    if (!index.matches()) {
      throw new MalformedLogException("not the index of an entry: " + lines.get(1));
    }
    List<TreeHash> hashes =
        lines.subList(2, lines.size()).stream()
            .map(line -> TreeHash.of(StrictBase64.decode(line)))
            .toList();
    byte[] note = text.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
    InclusionProof proof =
        new InclusionProof(Long.parseLong(index.group(1)), hashes, SignedNote.parse(note));
    if (!Arrays.equals(proof.bytes(), bytes)) {
      throw new MalformedLogException("a proof that is not in its canonical form");
    }
    return proof;
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedLogException("a proof that is not UTF-8");
    }
  }

  /** The proof as bytes, which {@link #parse} reads back. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder(HEAD + "\nindex " + index + "\n");
    hashes.forEach(hash -> head.append(StrictBase64.encode(hash.bytes())).append('\n'));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    out.writeBytes(checkpoint.bytes());
    return out.toByteArray();
  }

  /** Whether this shows {@code entry} to be in the log; says nothing about who signed. */
  public boolean holds(byte[] entry) {
    Checkpoint state = Checkpoint.parse(checkpoint.text());
    return Proof.holdsInclusion(TreeHash.ofLeaf(entry), index, state.size(), hashes, state.root());
  }
}
