package org.tamga.extraction.weight;

import java.util.ArrayList;
import java.util.List;

/** What is noted about a proposal, as named numbers; the weights decide what they are worth. */
public final class Features {
  private final List<String> names;
  private final List<Double> values;

  /** Nothing noted yet. */
  public Features() {
    names = new ArrayList<>(64);
    values = new ArrayList<>(64);
  }

  /** What is noted there, to add to. */
  public Features(Features other) {
    names = new ArrayList<>(other.names);
    values = new ArrayList<>(other.values);
  }

  /** Notes that something is so. */
  public void is(String name) {
    names.add(name);
    values.add(1.0);
  }

  /** Notes that something is so, if it is. */
  public void is(String name, boolean so) {
    if (so) {
      is(name);
    }
  }

  /** Notes a number. */
  public void number(String name, double value) {
    names.add(name);
    values.add(value);
  }

  /** How many are noted. */
  public int size() {
    return names.size();
  }

  /** Whether something was noted. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** The name of one. */
  public String name(int i) {
    return names.get(i);
  }

  /** The number of one. */
  public double value(int i) {
    return values.get(i);
  }

  /** A length in rough steps, so that one weight serves each. */
  public static String step(int length) {
    return length <= 0
        ? "0"
        : length == 1
            ? "1"
            : length == 2
                ? "2"
                : length <= 4
                    ? "3"
                    : length <= 8 ? "5" : length <= 16 ? "9" : length <= 32 ? "17" : "33";
  }
}
