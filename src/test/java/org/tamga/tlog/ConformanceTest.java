package org.tamga.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Other people's vectors, judged as they say; skipped aloud where they are not at hand. */
class ConformanceTest {
  private static final Path MERKLE = Path.of("../shared/conformance/merkle/testdata");
  private static final Path LOG = Path.of("../shared/conformance/tlog/log");
  private static final String LOG_KEY =
      "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

  private record Vector(Map<String, String> values, List<String> proof) {
    long number(String name) {
      return Long.parseUnsignedLong(text(name));
    }

    String text(String name) {
      return java.util.Objects.requireNonNull(values.get(name), name);
    }

    /** Some vectors have words for roots that do not matter; their hashes stand for them. */
    TreeHash hash(String name) {
      byte[] bytes = StrictBase64.decode(text(name));
      return bytes.length == TreeHash.LENGTH_BYTES || bytes.length == 0
          ? TreeHash.of(bytes)
          : TreeHash.ofLeaf(bytes);
    }

    List<TreeHash> hashes() {
      return proof.stream().map(one -> TreeHash.of(StrictBase64.decode(one))).toList();
    }

    boolean isGood() {
      return text("wantErr").equals("false");
    }
  }

  private static Vector read(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    List<String> proof = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
      String name = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          name = parser.currentName();
        } else if (token.isScalarValue() && name.equals("proof")) {
          if (token == JsonToken.VALUE_STRING) {
            proof.add(parser.getText());
          }
        } else if (token.isScalarValue()) {
          values.put(name, parser.getText());
        }
      }
    }
    return new Vector(values, proof);
  }

  private interface Judge {
    boolean holds(Vector vector);
  }

  private static void judgeAll(String kind, Judge judge) throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(MERKLE), "SKIPPED: the merkle vectors are not here: " + MERKLE);
    int good = 0;
    int bad = 0;
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MERKLE.resolve(kind))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        Vector vector = read(file);
        boolean holds;
        try {
          holds = judge.holds(vector);
        } catch (MalformedLogException e) {
          holds = false;
        }
        if (holds != vector.isGood()) {
          wrong.add(MERKLE.relativize(file) + ": " + vector.text("desc"));
        }
        good += vector.isGood() ? 1 : 0;
        bad += vector.isGood() ? 0 : 1;
      }
    }
    System.out.println("ConformanceTest: " + kind + ": " + good + " good, " + bad + " bad judged");
    assertEquals(List.of(), wrong);
    assertTrue(good + bad >= 98, "all vectors are there");
  }

  @Test
  void inclusionProofsAreJudgedAsTheVectorsSay() throws IOException {
    judgeAll(
        "inclusion",
        vector ->
            Proof.holdsInclusion(
                vector.hash("leafHash"),
                vector.number("leafIdx"),
                vector.number("treeSize"),
                vector.hashes(),
                vector.hash("root")));
  }

  @Test
  void consistencyProofsAreJudgedAsTheVectorsSay() throws IOException {
    judgeAll(
        "consistency",
        vector ->
            Proof.holdsConsistency(
                vector.number("size1"),
                vector.number("size2"),
                vector.hash("root1"),
                vector.hash("root2"),
                vector.hashes()));
  }

  @Test
  void aForeignLogIsReadWithAllItsCheckpoints() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(LOG), "SKIPPED: the foreign log is not here: " + LOG);
    VerifierKey key = VerifierKey.parse(LOG_KEY);
    int judged = 0;
    TreeHash before = TreeHash.ofEmptyTree();
    for (int size = 0; size < 16; size++) {
      byte[] bytes = Files.readAllBytes(LOG.resolve("checkpoint." + size));
      SignedNote note = SignedNote.parse(bytes);
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      assertEquals(size, checkpoint.size());
      assertTrue(checkpoint.isSignedBy(key, note.signatures().getFirst()));
      TileTree tree = new TileTree(size, tile -> Files.readAllBytes(LOG.resolve(tile.path())));
      assertEquals(checkpoint.root(), tree.root());
      if (size > 0) {
        Tile bundle = new Tile(Tile.ENTRIES, 0, size);
        byte[] entries = Files.readAllBytes(LOG.resolve(bundle.path()));
        CompactRange range = new CompactRange();
        EntryBundle.parse(entries, size).forEach(e -> range.append(TreeHash.ofLeaf(e)));
        assertEquals(checkpoint.root(), range.root());
      }
      if (size > 1) {
        assertTrue(
            Proof.holdsConsistency(
                size - 1, size, before, checkpoint.root(), tree.consistencyProof(size - 1)));
      }
      before = checkpoint.root();
      judged++;
    }
    System.out.println("ConformanceTest: " + judged + " checkpoints of a foreign log judged");
  }
}
