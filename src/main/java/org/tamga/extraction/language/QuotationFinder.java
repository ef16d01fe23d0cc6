package org.tamga.extraction.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.tamga.annotation.CitedText;
import org.tamga.text.Block;

/**
 * Pairs quotation marks of every style, also where one of a pair is missing.
 *
 * <p>The marks of a block are read from left to right with a stack of at most two. A mark opens or
 * closes by its shape and by its neighbours, for writers mix the shapes up. A quotation left open
 * at the end of a block goes on in the next one if that begins with an opening mark; otherwise its
 * closing mark is missing. A closing mark without an opening one closes what the block began with.
 */
final class QuotationFinder {
  private static final String DOUBLE = "\"“”„‟«»";
  private static final String SINGLE = "'‘’‚‛‹›";
  private static final int DEEPEST = 2;

  private final CitedText cited;
  private final String content;
  private final List<Quotation> found = new ArrayList<>();

  QuotationFinder(CitedText cited) {
    this.cited = cited;
    this.content = cited.content();
  }

  /** A mark and, for a single one that may open, the number of the mark that would close it. */
  private record Mark(int start, int end, boolean isDouble, int closer) {}

  /** A quotation whose closing mark has not come yet. */
  private record Open(Mark mark, boolean continues) {}

  /** The quotations of the main blocks, in order. */
  List<Quotation> find(List<Block> blocks) {
    boolean leftOpen = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.role().isMain()) {
        int start = cited.unit(block.span().start());
        int end = cited.unit(block.span().end());
        leftOpen = pair(start, end, i, leftOpen);
      }
    }
    found.sort(
        Comparator.comparingInt((Quotation quotation) -> quotation.outer().start())
            .thenComparingInt(Quotation::depth));
    return found;
  }

  /** Pairs the marks of one block; returns whether its last quotation is left open. */
  private boolean pair(int start, int end, int blockIndex, boolean continuing) {
    List<Mark> marks = marks(start, end);
    Deque<Open> open = new ArrayDeque<>();
    int free = start;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (!mark.isDouble()) {
        pairSingle(marks, i, open, blockIndex);
        continue;
      }
      while (!open.isEmpty()
          && !open.peek().mark().isDouble()
          && closesAny(mark, open, start, end)) {
        open.pop();
      }
      boolean inDouble = !open.isEmpty() && open.peek().mark().isDouble();
      if (opens(mark, inDouble, start, end)) {
        if (inDouble) {
          closeAtOpening(open, mark, blockIndex);
        }
        if (open.size() < DEEPEST) {
          open.push(new Open(mark, continuing && mark.start() == start));
        }
      } else if (inDouble) {
        Open opened = open.pop();
        add(opened, mark, blockIndex, open.size());
        free = mark.end();
      } else if (open.isEmpty() && mark.start() > free && !isInch(mark, start)) {
        addUnopened(free, mark, blockIndex);
        free = mark.end();
      }
    }
    while (!open.isEmpty() && !open.peek().mark().isDouble()) {
      open.pop();
    }
    if (open.isEmpty()) {
      return false;
    }
    Open last = open.peekLast();
    addUnclosed(last, end, blockIndex);
    return true;
  }

  private boolean closesAny(Mark mark, Deque<Open> open, int start, int end) {
    boolean around = open.stream().anyMatch(one -> one.mark().isDouble());
    return around && !opens(mark, true, start, end);
  }

  private void pairSingle(List<Mark> marks, int i, Deque<Open> open, int blockIndex) {
    Mark mark = marks.get(i);
    Open top = open.peek();
    if (top != null && !top.mark().isDouble()) {
      if (top.mark().closer() == i) {
        open.pop();
        add(top, mark, blockIndex, open.size());
      }
      return;
    }
    if (mark.closer() > i && open.size() < DEEPEST) {
      open.push(new Open(mark, false));
    }
  }

  /** An opening mark while one is open: the closing mark in between is missing. */
  private void closeAtOpening(Deque<Open> open, Mark mark, int blockIndex) {
    Open before = open.peek();
    if (before == null || open.size() >= DEEPEST) {
      return;
    }
    boolean sameShape = content.charAt(before.mark().start()) == content.charAt(mark.start());
    if (sameShape) {
      open.pop();
      int end = mark.start();
      while (end > before.mark().end() && Character.isWhitespace(content.charAt(end - 1))) {
        end--;
      }
      if (end > before.mark().end()) {
        found.add(
            new Quotation(
                cited.span(before.mark().start(), end),
                cited.span(before.mark().end(), end),
                blockIndex,
                open.size(),
                true,
                false,
                before.continues()));
      }
    }
  }

  private void add(Open opened, Mark closer, int blockIndex, int depth) {
    Mark opener = opened.mark();
    if (closer.start() > opener.end()) {
      found.add(
          new Quotation(
              cited.span(opener.start(), closer.end()),
              cited.span(opener.end(), closer.start()),
              blockIndex,
              depth,
              true,
              true,
              opened.continues()));
    }
  }

  private void addUnopened(int from, Mark closer, int blockIndex) {
    int start = from;
    while (start < closer.start() && Character.isWhitespace(content.charAt(start))) {
      start++;
    }
    if (start < closer.start()) {
      found.add(
          new Quotation(
              cited.span(start, closer.end()),
              cited.span(start, closer.start()),
              blockIndex,
              0,
              false,
              true,
              false));
    }
  }

  private void addUnclosed(Open opened, int end, int blockIndex) {
    Mark opener = opened.mark();
    if (end > opener.end()) {
      found.add(
          new Quotation(
              cited.span(opener.start(), end),
              cited.span(opener.end(), end),
              blockIndex,
              0,
              true,
              false,
              opened.continues()));
    }
  }

  private List<Mark> marks(int start, int end) {
    List<Mark> marks = new ArrayList<>();
    for (int at = start; at < end; at++) {
      char unit = content.charAt(at);
      boolean doubled =
          (unit == '\'' || unit == '’' || unit == '‘' || unit == '`')
              && at + 1 < end
              && content.charAt(at + 1) == unit;
      if (doubled) {
        marks.add(new Mark(at, at + 2, true, -1));
        at++;
      } else if (DOUBLE.indexOf(unit) >= 0) {
        marks.add(new Mark(at, at + 1, true, -1));
      } else if (SINGLE.indexOf(unit) >= 0) {
        marks.add(new Mark(at, at + 1, false, -1));
      }
    }
    return withClosers(marks, start, end);
  }

  /** Finds for each single mark that may open the one that would close it; apostrophes drop out. */
  private List<Mark> withClosers(List<Mark> marks, int start, int end) {
    List<Mark> paired = new ArrayList<>(marks);
    int strong = -1;
    int weak = -1;
    for (int i = marks.size() - 1; i >= 0; i--) {
      Mark mark = marks.get(i);
      if (mark.isDouble()) {
        continue;
      }
      boolean spaceBefore = mark.start() == start || isOpenSide(content.charAt(mark.start() - 1));
      boolean wordBehind = mark.end() < end && Character.isLetter(content.charAt(mark.end()));
      char shape = content.charAt(mark.start());
      if (spaceBefore && wordBehind && shape != '’') {
        int closer = strong >= 0 ? strong : weak;
        paired.set(i, new Mark(mark.start(), mark.end(), false, closer));
        strong = -1;
        weak = -1;
      } else if (!spaceBefore && !wordBehind && shape != '‘') {
        char before = content.charAt(mark.start() - 1);
        if (!Character.isLetterOrDigit(before)) {
          strong = i;
        }
        weak = i;
      }
    }
    return paired;
  }

  private boolean opens(Mark mark, boolean inside, int start, int end) {
    boolean openSide = mark.start() == start || isOpenSide(content.charAt(mark.start() - 1));
    boolean closeSide = mark.end() >= end || isCloseSide(content.charAt(mark.end()));
    if (openSide && !closeSide) {
      return !inside || content.charAt(mark.start()) != '”';
    }
    if (closeSide && !openSide) {
      return false;
    }
    return switch (content.charAt(mark.start())) {
      case '“', '„', '«', '`', '‘' -> true;
      case '”', '»', '’' -> false;
      default -> !inside;
    };
  }

  private static boolean isOpenSide(char unit) {
    return Character.isWhitespace(unit)
        || unit == '\u00a0'
        || "([{–—-/:\"“‘„«'…".indexOf(unit) >= 0;
  }

  private static boolean isCloseSide(char unit) {
    return Character.isWhitespace(unit)
        || unit == '\u00a0'
        || ".,;:!?)]}–—-…\"”’»'/".indexOf(unit) >= 0;
  }

  /** A straight mark behind a digit, with nothing open, measures inches. */
  private boolean isInch(Mark mark, int start) {
    return content.charAt(mark.start()) == '"'
        && mark.start() > start
        && Character.isDigit(content.charAt(mark.start() - 1));
  }
}
