package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.tlog.Policy;
import org.tamga.vault.Digest;
import org.tamga.vault.FolderVault;

/** Checks an archive by both verifiers and lets them differ in nothing but words. */
abstract class BothVerifiers {
  static final String CHECKPOINT = "log/checkpoint";

  @TempDir Path folder = Path.of("");

  TestArchive varied() throws IOException {
    return TestArchive.createVaried(folder.resolve("archive"));
  }

  /** Checks an archive in both ways and gives the codes of the findings. */
  Set<String> codes(TestArchive made, Trust trust, String... options) throws Exception {
    Report report = Verifier.verify(made.folder(), trust);
    Set<String> codes =
        report.findings().stream().map(f -> f.code().name()).collect(Collectors.toSet());
    PythonVerifier.assume();
    PythonVerifier.Run run = PythonVerifier.verify(made.folder(), options);
    assertEquals(report.isGood() ? 0 : 1, run.status(), () -> run.lines() + "/" + report.lines());
    List<String> theirs = new ArrayList<>();
    for (String line : run.lines()) {
      if (line.startsWith("{\"finding\"") || line.startsWith("{\"note\"")) {
        theirs.add(line.replaceFirst(", \"words\".*", ""));
      }
    }
    List<String> ours = new ArrayList<>();
    for (String line : report.jsonLines()) {
      if (line.startsWith("{\"finding\"") || line.startsWith("{\"note\"")) {
        ours.add(line.replaceFirst(",\"words\".*", "").replaceAll("([:,])\"", "$1 \""));
      }
    }
    assertEquals(
        theirs.stream().map(BothVerifiers::plain).toList(),
        ours.stream().map(BothVerifiers::plain).toList());
    String last = run.lines().getLast();
    assertTrue(last.contains("\"" + report.result().word() + "\""), last);
    assertTrue(last.contains("\"words\": \"" + report.sentence() + "\""), last);
    return new TreeSet<>(codes);
  }

  static String plain(String line) {
    return line.replace(" ", "");
  }

  Set<String> codes(TestArchive made) throws Exception {
    return codes(made, Trust.NONE);
  }

  Trust policy(String text) throws IOException {
    Files.writeString(folder.resolve("policy"), text);
    return new Trust(Policy.parse(text), null);
  }

  Set<String> codesUnder(String policy, TestArchive made) throws Exception {
    return codes(made, policy(policy), "--policy", folder.resolve("policy").toString());
  }

  Set<String> codesAgainst(Path kept, TestArchive made) throws Exception {
    Trust trust = new Trust(null, Trust.readKept(Files.readAllBytes(kept)));
    return codes(made, trust, "--checkpoint", kept.toString());
  }

  static Path letter(TestArchive made, int which) {
    byte[] bytes = TestArchive.LETTERS.get(which).getBytes(StandardCharsets.UTF_8);
    return made.file("vault/" + FolderVault.pathOf(Digest.of(bytes)));
  }

  static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(from), from);
    Files.writeString(file, text.replace(from, to));
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
