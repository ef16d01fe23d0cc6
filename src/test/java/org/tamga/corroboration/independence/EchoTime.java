package org.tamga.corroboration.independence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.tamga.corroboration.passage.MemoryPostings;
import org.tamga.corroboration.passage.Shingles;
import org.tamga.corroboration.passage.Words;
import org.tamga.text.Metadata;
import org.tamga.text.TextReader;

/** How long finding echoes takes, and how much memory; bench/echoes.sh. */
final class EchoTime {
  private static final int SEED = 7;
  private static final int NEW_PAGES = 1000;
  private static final int AT_HAND = 10_000;
  private static final int HASHES = 128;
  private static final int ROWS = 4;

  private final SeededPages pages = new SeededPages(SEED);
  private final MemoryPostings prints = new MemoryPostings();
  private final List<Link> links = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final Texts texts = new Texts(pages::paragraphs);
  private final EchoSearch search = new EchoSearch(prints, new MemoryPostings(), texts);

  private EchoTime() {}

  /** Takes "plain" and a number of pages, or "template" and a number. */
  public static void main(String... arguments) throws IOException {
    int count = Integer.parseInt(arguments[1]);
    if (arguments[0].equals("template")) {
      new EchoTime().template(count);
    } else {
      new EchoTime().plain(count);
    }
  }

  /** Texts as an archive would read them again, the last ones kept at hand. */
  private final class Texts implements EchoSearch.Documents {
    private final IntFunction<List<String>> paragraphs;
    private final Map<Integer, Words> atHand =
        new LinkedHashMap<>(AT_HAND, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, Words> eldest) {
            return size() > AT_HAND;
          }
        };

    Texts(IntFunction<List<String>> paragraphs) {
      this.paragraphs = paragraphs;
    }

    @Override
    public Words words(int document) {
      return atHand.computeIfAbsent(
          document, page -> Words.of(SeededPages.text(paragraphs.apply(page))));
    }

    @Override
    public Source source(int document) {
      return sources.get(document);
    }
  }

  private void plain(int count) throws IOException {
    warmUp();
    long reading = 0;
    long finding = 0;
    long others = 0;
    MinHash minHash = new MinHash();
    for (int page = 0; page < count; page++) {
      List<String> paragraphs = pages.paragraphs(page);
      long start = System.nanoTime();
      Words words = Words.of(SeededPages.text(paragraphs));
      long read = System.nanoTime();
      sources.add(SeededPages.source(page));
      texts.atHand.put(page, words);
      links.addAll(search.add(page, words, sources.get(page)));
      long found = System.nanoTime();
      minHash.add(page, words);
      others += System.nanoTime() - found;
      finding += found - read;
      reading += read - start;
    }
    long start = System.nanoTime();
    List<EchoGroup> groups = Grouping.of(sources, Grouping.withoutForms(links, prints));
    finding += System.nanoTime() - start;
    System.out.printf(
        Locale.ROOT,
        "%d pages: words %.1f s, echoes %.1f s, MinHash-LSH over the same shingles %.1f s,"
            + " ratio %.2f; %s; heap in use %d MiB%n",
        count,
        seconds(reading),
        seconds(finding),
        seconds(others),
        (double) finding / others,
        quality(groups, count),
        heap());
    newPages(count);
  }

  /** Classes are loaded and loops compiled before anything is timed. */
  private void warmUp() {
    MinHash minHash = new MinHash();
    MemoryPostings postings = new MemoryPostings();
    EchoSearch trial = new EchoSearch(postings, new MemoryPostings(), texts);
    for (int page = 0; page < 2000; page++) {
      Words words = pages.words(page);
      sources.add(SeededPages.source(page));
      trial.add(page, words, sources.get(page));
      minHash.add(page, words);
    }
    sources.clear();
  }

  private void newPages(int count) throws IOException {
    long[] found = new long[NEW_PAGES];
    long reading = 0;
    for (int i = 0; i < NEW_PAGES; i++) {
      byte[] bytes =
          String.join("\n\n", pages.paragraphs(count + i)).getBytes(StandardCharsets.UTF_8);
      long start = System.nanoTime();
      TextReader.read(bytes, "page.txt", Metadata.NONE);
      long read = System.nanoTime();
      Words words = pages.words(count + i);
      long made = System.nanoTime();
      search.find(count + i, words, SeededPages.source(count + i));
      found[i] = System.nanoTime() - made;
      reading += read - start;
    }
    Arrays.sort(found);
    double mean = Arrays.stream(found).average().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "one new page against %d: mean %.2f ms, 99 of 100 within %.2f ms, slowest %.2f ms;"
            + " reading its text %.2f ms%n",
        count,
        mean / 1e6,
        found[NEW_PAGES * 99 / 100] / 1e6,
        found[NEW_PAGES - 1] / 1e6,
        reading / 1e6 / NEW_PAGES);
  }

  private String quality(List<EchoGroup> groups, int count) {
    Map<Integer, Set<Integer>> truth = new HashMap<>();
    for (int page = 0; page < count; page++) {
      truth.computeIfAbsent(pages.origin(page), key -> new HashSet<>()).add(page);
    }
    truth.values().removeIf(members -> members.size() < 2);
    int right = 0;
    for (EchoGroup group : groups) {
      int origin = pages.origin(group.documents().getFirst());
      right += new HashSet<>(group.documents()).equals(truth.get(origin)) ? 1 : 0;
    }
    return "%d groups found, %d are there, %d exactly so"
        .formatted(groups.size(), truth.size(), right);
  }

  /** The same menu on every page, and a few words of its own. */
  private void template(int count) {
    SeededPages menu = new SeededPages(SEED + 1);
    String furniture = menu.paragraph(0) + " " + menu.paragraph(1);
    long start = System.nanoTime();
    Texts filled = new Texts(page -> List.of(furniture, pages.paragraph(page)));
    EchoSearch templates = new EchoSearch(prints, new MemoryPostings(), filled);
    for (int page = 0; page < count; page++) {
      sources.add(SeededPages.source(page));
      links.addAll(templates.add(page, filled.words(page), sources.get(page)));
      if ((page + 1) % (count / 4) == 0) {
        double past = seconds(System.nanoTime() - start);
        System.out.printf(Locale.ROOT, "%d template pages: %.1f s%n", page + 1, past);
      }
    }
    List<Link> telling = Grouping.withoutForms(links, prints);
    List<EchoGroup> groups = Grouping.of(sources, telling);
    int largest = groups.stream().mapToInt(group -> group.documents().size()).max().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%d links kept, %d groups, the largest of %d; heap in use %d MiB%n",
        telling.size(),
        groups.size(),
        largest,
        heap());
  }

  /** The plain way: for each page 128 least hash values of its shingles, in bands of four. */
  private static final class MinHash {
    private final Map<Long, List<Integer>> buckets = new HashMap<>();

    void add(int page, Words words) {
      long[] shingles = Shingles.of(words);
      long[] least = new long[HASHES];
      Arrays.fill(least, Long.MAX_VALUE);
      for (long shingle : shingles) {
        for (int i = 0; i < HASHES; i++) {
          long hash = (shingle ^ (shingle >>> 29)) * (2L * i * 0x9E3779B97F4A7C15L + 1);
          least[i] = Math.min(least[i], hash ^ (hash >>> 32));
        }
      }
      for (int band = 0; band < HASHES / ROWS; band++) {
        long key = band;
        for (int row = 0; row < ROWS; row++) {
          key = key * 0xbf58476d1ce4e5b9L + least[band * ROWS + row];
        }
        List<Integer> bucket = buckets.computeIfAbsent(key, empty -> new ArrayList<>(1));
        bucket.add(page);
      }
    }
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
