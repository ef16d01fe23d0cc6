package org.tamga.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.tamga.text.TextReader.Mapping;

/**
 * Measures reading web pages against parsing them with jsoup alone, in turns, on one thread.
 *
 * <p>Argument: a folder of web pages. Prints the first round, in which the machine is still cold,
 * and the best of each.
 */
public final class ReadTime {
  private static final int ROUNDS = 25;

  private ReadTime() {}

  public static void main(String[] arguments) throws IOException {
    List<byte[]> pages = pages(Path.of(arguments[0]));
    double parsing = Double.MAX_VALUE;
    double reading = Double.MAX_VALUE;
    double mapping = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (byte[] page : pages) {
        var unused = Jsoup.parse(new ByteArrayInputStream(page), null, "");
      }
      parsing = Math.min(parsing, (System.nanoTime() - start) / 1e6);
      reading = Math.min(reading, millis(pages, Mapping.NONE));
      mapping = Math.min(mapping, millis(pages, Mapping.TO_SOURCE));
      if (round == 0 || round == ROUNDS - 1) {
        System.out.printf(
            Locale.ROOT,
            "%s: jsoup alone %.0f ms  read --main %.0f ms, ratio %.2f"
                + "  with the way back to the bytes %.0f ms, ratio %.2f%n",
            round == 0 ? "cold" : "best of " + ROUNDS,
            parsing,
            reading,
            reading / parsing,
            mapping,
            mapping / parsing);
      }
    }
  }

  private static double millis(List<byte[]> pages, Mapping mapping) {
    long start = System.nanoTime();
    for (byte[] page : pages) {
      var unused = TextReader.read(page, "page.html", Metadata.NONE, mapping);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static List<byte[]> pages(Path folder) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        pages.add(Files.readAllBytes(file));
      }
    }
    return pages;
  }
}
