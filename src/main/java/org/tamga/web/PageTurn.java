package org.tamga.web;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a long list is shown, and which others there are.
 *
 * @param page this one, from 1
 * @param last the last one, at least 1
 */
public record PageTurn(long page, long last) {
  /** How many things stand on one page. */
  public static final int SIZE = 50;

  /** The page that a person asked for, or the nearest that there is. */
  public static PageTurn of(@Nullable String asked, long things) {
    long last = Math.max(1, (things + SIZE - 1) / SIZE);
    boolean isNumber = asked != null && asked.matches("[0-9]{1,9}");
    long page = isNumber ? Long.parseLong(asked) : 1;
    return new PageTurn(Math.clamp(page, 1, last), last);
  }

  /** How many things stand on the pages before this one. */
  public long before() {
    return (page - 1) * SIZE;
  }

  /** Whether there is a page before this one. */
  public boolean hasPrevious() {
    return page > 1;
  }

  /** Whether there is a page behind this one. */
  public boolean hasNext() {
    return page < last;
  }
}
