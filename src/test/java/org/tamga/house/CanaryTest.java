package org.tamga.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake that the compiler's checks must find: it shows that they are switched on. */
class CanaryTest {
  private static final Pattern ARGUMENT = Pattern.compile("<arg>(.*?)</arg>");

  /**
   * Compiles with the arguments that the build itself uses, in a compiler of its own; the checkers
   * stand on the tests' class path.
   */
  @Test
  void aNullThatCouldBeReadIsRefused(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("NullCanary.java");
    Files.copy(Path.of("src/test/resources/canary/NullCanary.java.txt"), source);
    String output = compile(source, folder);
    assertTrue(output.contains("[NullAway]"), output);
  }

  @Test
  void theSameWithoutTheMistakeCompiles(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("NullCanary.java");
    String text = Files.readString(Path.of("src/test/resources/canary/NullCanary.java.txt"));
    Files.writeString(
        source,
        text.replace("@Nullable String text", "String text")
            .replace("import org.jspecify.annotations.Nullable;\n", ""));
    assertEquals("", compile(source, folder));
  }

  private static String compile(Path source, Path folder) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(buildArguments());
    command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-d", folder.toString(), source.toString()));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    javac.waitFor();
    return output;
  }

  private static List<String> buildArguments() throws IOException {
    Matcher matcher = ARGUMENT.matcher(Files.readString(Path.of("pom.xml")));
    List<String> arguments = new ArrayList<>();
    while (matcher.find()) {
      arguments.add(matcher.group(1));
    }
    assertFalse(arguments.isEmpty());
    return arguments;
  }
}
